using System.Collections.Immutable;
using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain;

/// <summary>How far the ledger has come with an application: the last round it answered, and whether it is over.</summary>
public sealed record ApplicationProgress(int Round, bool IsOver);

/// <summary>All credits of one physician, append-only: nothing is ever edited, every change is an event.</summary>
public sealed record CreditLedger : IEvolve<CreditLedger>
{
    public ImmutableDictionary<EntryId, LedgerEntry> Entries { get; init; } = ImmutableDictionary<EntryId, LedgerEntry>.Empty;

    public ImmutableDictionary<ApplicationKey, ApplicationProgress> Applications { get; init; } =
        ImmutableDictionary<ApplicationKey, ApplicationProgress>.Empty;

    public CreditLedger Evolve(object @event) => @event switch
    {
        CreditPosted e => Enter(new(e.Entry, e.Category, e.Units, EntryStatus.Posted, new(e.Role, e.Mode, e.Presence), HeldBy: null)),
        PaperCreditDeclared e => Enter(new(e.Entry, e.Category, e.Units, EntryStatus.Pending, Attending: null, HeldBy: null)),
        PaperPhotoAttached e when Find(e.Entry) is { } line => Enter(line with { Photos = line.Photos + 1 }),
        PaperCreditVerified e => Change([e.Entry], EntryStatus.Posted),
        CreditWithdrawn e => Change([e.Entry], EntryStatus.Withdrawn),
        PaperCreditRefused e => Change([e.Entry], EntryStatus.Refused),
        CreditsSetAside e => Change(e.Freed, EntryStatus.Posted)
            .Change(e.Entries, EntryStatus.SetAside, e.Application)
            .Answered(e.Application, e.Round, isOver: false),
        CreditsFoundShort e => Answered(e.Application, e.Round, isOver: false),
        CreditsSpent e => Change(e.Entries, EntryStatus.Spent, e.Application).Answered(e.Application, int.MaxValue, isOver: true),
        CreditsReleased e => Change(e.Entries, EntryStatus.Posted).Answered(e.Application, int.MaxValue, isOver: true),
        _ => this,
    };

    public LedgerEntry? Find(EntryId entry) => Entries.GetValueOrDefault(entry);

    /// <summary>The entry that stands for a session in a category, or the last withdrawn one; null when there never was one.</summary>
    public LedgerEntry? Latest(SessionId session, PhysicianId holder, Category category) => Line(session, holder, category).LastOrDefault();

    /// <summary>The latest entries of an attendance, one for each category its session gives.</summary>
    public IReadOnlyList<LedgerEntry> Latest(Session session, PhysicianId holder) =>
        [.. session.AllCategories().Select(it => Latest(session.Id, holder, it)).OfType<LedgerEntry>()];

    /// <summary>As much of it as a list about these sessions looks at, whatever else the years have brought.</summary>
    public CreditLedger Of(IEnumerable<Session> sessions, PhysicianId holder) => this with
    {
        Entries = sessions.SelectMany(it => Line(it, holder)).ToImmutableDictionary(it => it.Id),
    };

    public IReadOnlyList<EntryId> KeptFor(ApplicationKey application) =>
        [.. Entries.Values.Where(it => it.IsKeptFor(application)).Select(it => it.Id)];

    private IEnumerable<LedgerEntry> Line(Session session, PhysicianId holder) => session.AllCategories().SelectMany(it => Line(session.Id, holder, it));

    /// <summary>The first entry of an attendance and its corrections, each of which follows a withdrawn one.</summary>
    private IEnumerable<LedgerEntry> Line(SessionId session, PhysicianId holder, Category category)
    {
        for (var it = Find(EntryId.Of(session, holder, category)); it is not null; it = it.Status is EntryStatus.Withdrawn ? Find(it.Id.Next()) : null)
        {
            yield return it;
        }
    }

    private CreditLedger Enter(LedgerEntry entry) => this with { Entries = Entries.SetItem(entry.Id, entry) };

    private CreditLedger Change(IReadOnlyList<EntryId> entries, EntryStatus status, ApplicationKey? heldBy = null) => this with
    {
        Entries = Entries.SetItems(
            from id in entries
            let entry = Find(id)
            where entry is not null
            select KeyValuePair.Create(id, entry with { Status = status, HeldBy = heldBy })),
    };

    private CreditLedger Answered(ApplicationKey application, int round, bool isOver) =>
        this with { Applications = Applications.SetItem(application, new(round, isOver)) };
}
