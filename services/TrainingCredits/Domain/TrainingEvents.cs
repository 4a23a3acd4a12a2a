using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain;

/// <summary>An organizer planned a training.</summary>
/// <param name="Organizer">Code of the association or body that holds it.</param>
/// <param name="Prefecture">Where it is held; that association approves it.</param>
public sealed record TrainingDrafted(
    string Organizer, StaffId DraftedBy, string Title, string Prefecture, IReadOnlyList<Session> Sessions);

/// <summary>The organizer changed the plan while no desk examined it; the new one stands in place of the old.</summary>
public sealed record TrainingRevised(StaffId RevisedBy, string Title, string Prefecture, IReadOnlyList<Session> Sessions);

/// <summary>The organizer asked the prefecture for approval.</summary>
public sealed record TrainingRequested(StaffId RequestedBy);

/// <summary>A desk sent the training back to its organizer; the reason is kept beside the stream.</summary>
/// <param name="Desk">The prefecture or the JMA.</param>
public sealed record TrainingReturned(StaffId ReturnedBy, string Desk);

/// <summary>The prefecture approved the training and passed it to the JMA.</summary>
public sealed record TrainingApproved(StaffId ApprovedBy);

/// <summary>The JMA designated the training: it appears in the finder, and its attendance gives units.</summary>
public sealed record TrainingDesignated(StaffId DesignatedBy);

/// <summary>The organizer called the training off; the reason is kept beside the stream.</summary>
public sealed record TrainingCancelled(StaffId CancelledBy);

/// <summary>An attendance list had an effect. A list that only repeats what stands already leaves no trace.</summary>
/// <param name="Way">Null for a list of the organizer.</param>
public sealed record AttendancePosted(
    ListId List, StaffId PostedBy, int Rows, int Credited, int Duplicate, int Suspended, int Refused, EntryWay? Way = null);
