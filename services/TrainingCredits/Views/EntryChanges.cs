using Mamis.EventStore;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Views;

/// <summary>What an event enters into a ledger or changes in it; the table of entries and a ledger as it once was are made of the same.</summary>
public static class EntryChanges
{
    public static EntryRow? Entered(StoredEvent e) => e.Data switch
    {
        CreditPosted it => new(
            it.Entry, it.Holder.Value, it.Date, it.Category, it.Item, it.Units, it.Format, EntrySource.Mamis, EntryStatus.Posted,
            it.Training.Value, it.Session.Value, null, it.Role, it.Mode, it.Presence, it.List.Value, it.Row, it.PostedBy.Value, e.Timestamp),
        PaperCreditDeclared it => new(
            it.Entry, it.Holder.Value, it.Date, it.Category, it.Item, it.Units, null, EntrySource.Paper, EntryStatus.Pending,
            null, null, it.Training, AttendanceRole.Attendee, it.Mode, Presence.Full, null, null, it.Holder.Value, e.Timestamp),
        _ => null,
    };

    public static IEnumerable<EntryState> Changed(StoredEvent e) => e.Data switch
    {
        PaperCreditVerified it => [new(it.Entry, EntryStatus.Posted, HeldBy: null)],
        CreditWithdrawn it => [new(it.Entry, EntryStatus.Withdrawn, HeldBy: null)],
        PaperCreditRefused it => [new(it.Entry, EntryStatus.Refused, HeldBy: null)],
        CreditsSetAside it => [.. it.Freed.Select(Free), .. it.Entries.Select(id => new EntryState(id, EntryStatus.SetAside, it.Application))],
        CreditsSpent it => it.Entries.Select(id => new EntryState(id, EntryStatus.Spent, it.Application)),
        CreditsReleased it => it.Entries.Select(Free),
        _ => [],
    };

    private static EntryState Free(EntryId entry) => new(entry, EntryStatus.Posted, HeldBy: null);
}

/// <summary>How an entry stands from now on.</summary>
public sealed record EntryState(EntryId EntryId, EntryStatus Status, ApplicationKey? HeldBy);

/// <summary>An entry as it was entered.</summary>
public sealed record EntryRow(
    EntryId EntryId, Guid PhysicianId, DateOnly Date, Category Category, string? Item, int Units, TrainingFormat? Format,
    EntrySource Source, EntryStatus Status, Guid? TrainingId, Guid? SessionId, string? PaperTraining, AttendanceRole Role, Mode Mode,
    Presence Presence, Guid? ListId, int? ListRow, Guid PostedBy, DateTimeOffset PostedAt);
