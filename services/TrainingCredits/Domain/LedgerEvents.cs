using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain;

/// <summary>A row of an attendance list became a credit.</summary>
/// <param name="Row">Row of the list, from 1; with list and poster the source of the entry.</param>
/// <param name="MatchedBy">Who of the staff said that a held row is about this physician.</param>
/// <param name="Corrects">The withdrawn entry whose place it takes.</param>
/// <param name="Way">Null for a list of the organizer.</param>
public sealed record CreditPosted(
    EntryId Entry,
    PhysicianId Holder,
    TrainingId Training,
    SessionId Session,
    DateOnly Date,
    Category Category,
    string? Item,
    int Units,
    TrainingFormat? Format,
    AttendanceRole Role,
    Mode Mode,
    Presence Presence,
    ListId List,
    int Row,
    StaffId PostedBy,
    StaffId? MatchedBy = null,
    EntryId? Corrects = null,
    EntryWay? Way = null);

/// <summary>A posted credit was taken back, because nobody had earned it or something else had been earned; final. The reason, in words, stays out of the stream.</summary>
public sealed record CreditWithdrawn(EntryId Entry, PhysicianId Holder, StaffId WithdrawnBy);

/// <summary>The physician declared a line of the paper handbook (手帳); it counts once the desk has compared it.</summary>
/// <param name="Training">The training as the handbook names it.</param>
public sealed record PaperCreditDeclared(
    EntryId Entry, PhysicianId Holder, DateOnly Date, Category Category, string? Item, int Units, string Training, Mode Mode);

/// <summary>A photo of the handbook's page was sent with a declared line; it lies encrypted beside the stream.</summary>
public sealed record PaperPhotoAttached(EntryId Entry, PhysicianId Holder, PhotoId Photo);

/// <summary>The desk compared a declared line with the handbook; permanent.</summary>
public sealed record PaperCreditVerified(EntryId Entry, PhysicianId Holder, StaffId VerifiedBy, string Desk);

/// <summary>The desk found no proof of a declared line. The reason, in words, stays out of the stream.</summary>
public sealed record PaperCreditRefused(EntryId Entry, PhysicianId Holder, StaffId RefusedBy, string Desk);

/// <summary>From now on the ledger keeps exactly these entries for an application.</summary>
/// <param name="Round">Which submission of the application asked, from 1.</param>
/// <param name="Freed">Entries an earlier round had kept and this one no longer counts.</param>
public sealed record CreditsSetAside(
    ApplicationKey Application, int Round, PhysicianId Holder, IReadOnlyList<EntryId> Entries, IReadOnlyList<EntryId> Freed);

/// <summary>An application counted entries that cannot serve; nothing changed in the ledger, but Certification must hear it.</summary>
public sealed record CreditsFoundShort(
    ApplicationKey Application, int Round, PhysicianId Holder, IReadOnlyList<EntryId> Entries);

/// <summary>A granted application used these entries up (rules ON7, X5).</summary>
public sealed record CreditsSpent(ApplicationKey Application, PhysicianId Holder, IReadOnlyList<EntryId> Entries);

/// <summary>An application ended without a grant; what was kept for it is free. Without entries it only remembers the end.</summary>
public sealed record CreditsReleased(ApplicationKey Application, PhysicianId Holder, IReadOnlyList<EntryId> Entries);
