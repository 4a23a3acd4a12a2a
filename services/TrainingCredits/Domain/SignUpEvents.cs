using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain;

/// <summary>A physician has a place in a session: by signing up, or by moving up from the waiting list.</summary>
public sealed record PlaceTaken(TrainingId Training, PhysicianId Physician);

/// <summary>The session was full; the physician waits for a place, behind those who came before.</summary>
public sealed record PlaceAwaited(TrainingId Training, PhysicianId Physician);

/// <summary>The physician gave up the place, or the wait for one.</summary>
public sealed record PlaceGivenUp(TrainingId Training, PhysicianId Physician);
