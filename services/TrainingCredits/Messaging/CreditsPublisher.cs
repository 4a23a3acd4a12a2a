using Mamis.EventStore;
using Mamis.EventStore.Publishing;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;
using Published = Mamis.Contracts.TrainingCredits;

namespace Mamis.TrainingCredits.Messaging;

/// <summary>What other services hear of the ledgers and of claims. Trainings and lists are nobody else's business.</summary>
public sealed class CreditsPublisher : IPublisher
{
    public object? Translate(StoredEvent e) => e.Data switch
    {
        CreditPosted it => Posted(it, e.Timestamp),
        CreditWithdrawn it => new Published.CreditWithdrawn
        {
            EntryId = it.Entry.Value,
            PhysicianId = it.Holder.Value,
            OccurredAt = e.Timestamp,
        },
        PaperCreditDeclared it => Declared(it, e.Timestamp),
        PaperCreditVerified it => new Published.PaperCreditVerified
        {
            EntryId = it.Entry.Value,
            PhysicianId = it.Holder.Value,
            OccurredAt = e.Timestamp,
        },
        PaperCreditRefused it => new Published.PaperCreditRefused
        {
            EntryId = it.Entry.Value,
            PhysicianId = it.Holder.Value,
            OccurredAt = e.Timestamp,
        },
        CreditsSetAside it => new Published.CreditsSetAside
        {
            ApplicationId = it.Application.Value,
            PhysicianId = it.Holder.Value,
            EntryIds = Ids(it.Entries),
            OccurredAt = e.Timestamp,
        },
        CreditsFoundShort it => new Published.CreditsFoundShort
        {
            ApplicationId = it.Application.Value,
            PhysicianId = it.Holder.Value,
            EntryIds = Ids(it.Entries),
            OccurredAt = e.Timestamp,
        },
        CreditsSpent it => new Published.CreditsSpent
        {
            ApplicationId = it.Application.Value,
            PhysicianId = it.Holder.Value,
            EntryIds = Ids(it.Entries),
            OccurredAt = e.Timestamp,
        },
        CreditsReleased it => new Published.CreditsReleased
        {
            ApplicationId = it.Application.Value,
            PhysicianId = it.Holder.Value,
            EntryIds = Ids(it.Entries),
            OccurredAt = e.Timestamp,
        },
        _ => ClaimMessages.Of(e),
    };

    private static Published.CreditPosted Posted(CreditPosted it, DateTimeOffset at) => new()
    {
        EntryId = it.Entry.Value,
        PhysicianId = it.Holder.Value,
        SessionId = it.Session.Value,
        TrainingKey = it.Session.Value.ToString(),
        Date = it.Date,
        Category = Codes.Of(it.Category),
        Item = it.Item,
        Units = it.Units,
        Source = Codes.Of(EntrySource.Mamis),
        Status = Codes.Of(EntryStatus.Posted),
        Mode = Codes.Of(it.Mode),
        Attendance = Codes.Of(it.Presence),
        Role = Codes.Of(it.Role),
        Format = it.Format is { } format ? Codes.Of(format) : null,
        OccurredAt = at,
    };

    /// <summary>A line of the handbook is known by what it says: day, training and item, since one day of a course has several.</summary>
    private static Published.CreditPosted Declared(PaperCreditDeclared it, DateTimeOffset at) => new()
    {
        EntryId = it.Entry.Value,
        PhysicianId = it.Holder.Value,
        TrainingKey = string.Join('|', it.Date.ToString("O", provider: null), Spelling.Comparable(it.Training), it.Item),
        Date = it.Date,
        Category = Codes.Of(it.Category),
        Item = it.Item,
        Units = it.Units,
        Source = Codes.Of(EntrySource.Paper),
        Status = Codes.Of(EntryStatus.Pending),
        Mode = Codes.Of(it.Mode),
        Attendance = Codes.Of(Presence.Full),
        Role = Codes.Of(AttendanceRole.Attendee),
        OccurredAt = at,
    };

    private static Guid[] Ids(IReadOnlyList<EntryId> entries) => [.. entries.Select(it => it.Value)];
}
