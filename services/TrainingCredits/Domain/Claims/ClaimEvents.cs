using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain.Claims;

/// <summary>A physician says that an attendance is missing in the ledger. What the physician says of it in words stays out of the stream.</summary>
/// <param name="AnswerBy">The last day on which the organizer can answer.</param>
public sealed record ClaimMade(
    PhysicianId Claimant, TrainingId Training, string Organizer, string Prefecture, IReadOnlyList<SessionId> Sessions, AttendanceRole Role,
    DateOnly AnswerBy);

/// <summary>The physician added a file that shows the attendance; the file itself lies in the vault.</summary>
public sealed record EvidenceAdded(Guid Document);

/// <summary>The organizer has no record of it; the physician may insist. The reason, in words, stays out of the stream.</summary>
/// <param name="InsistBy">The last day on which the physician can take it to the prefecture.</param>
public sealed record ClaimTurnedDown(PhysicianId Claimant, StaffId TurnedDownBy, DateOnly InsistBy);

/// <summary>The physician took a claim that was turned down to the prefecture.</summary>
/// <param name="Desk">Code of the prefecture, which decides next.</param>
public sealed record ClaimInsistedOn(PhysicianId Claimant, string Desk, DateOnly AnswerBy);

/// <summary>The organizer let the last day pass, so the claim went to the prefecture by itself.</summary>
/// <param name="Desk">Code of the prefecture, which decides next.</param>
public sealed record ClaimEscalated(PhysicianId Claimant, string Desk, DateOnly AnswerBy);

/// <summary>A desk confirmed the attendance; it was credited in the same transaction.</summary>
/// <param name="Desk">Code of the organizer or of the prefecture.</param>
public sealed record ClaimConfirmed(PhysicianId Claimant, StaffId ConfirmedBy, string Desk, Presence Presence);

/// <summary>The prefecture found no proof; final. The reason, in words, stays out of the stream.</summary>
public sealed record ClaimRefused(PhysicianId Claimant, StaffId RefusedBy, string Desk);

/// <summary>The physician no longer claims it.</summary>
public sealed record ClaimWithdrawn;
