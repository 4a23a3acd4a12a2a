using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>Decides what becomes of each row of a list. Pure, so that a dry run says exactly what posting will do.</summary>
/// <remarks>Rows are taken in their order, each on top of what the ones before it did; so a row that repeats one is found.</remarks>
public sealed class JudgeAttendance(Training training, JudgeAttendance.Facts facts)
{
    private readonly Dictionary<PhysicianId, CreditLedger> _ledgers = [];
    private readonly Dictionary<PhysicianId, List<object>> _posted = [];
    private readonly Dictionary<Guid, HeldRow> _held = [];

    /// <summary>All that is known about a list: the moment, the people behind its numbers, their ledgers, what staff dropped.</summary>
    public sealed record Facts(
        TrainingId Training,
        ListId List,
        StaffId PostedBy,
        DateTimeOffset Now,
        IReadOnlyDictionary<string, Person> People,
        Func<PhysicianId, CreditLedger> Ledger,
        IReadOnlySet<Guid> Dropped,
        EntryWay? Way = null);

    /// <summary>Events by ledger.</summary>
    public IReadOnlyDictionary<PhysicianId, List<object>> Posted => _posted;

    /// <summary>Rows that wait for their physician.</summary>
    public IReadOnlyCollection<HeldRow> Held => _held.Values;

    public IReadOnlyList<RowResult> Judge(IReadOnlyList<RowReading> rows) => [.. rows.Select(Judge)];

    private RowResult Judge(RowReading reading) => reading switch
    {
        { Given: { } row } when training.Find(row.Session) is { } session => JudgeSession(reading.Row, row, session),
        { Given: not null } => RowResult.Refused(reading.Row, RowRefusals.SessionUnknown),
        _ => RowResult.Refused(reading.Row, reading.Malformed ?? RowRefusals.Malformed),
    };

    private RowResult JudgeSession(int number, AttendanceRow row, Session session) => session.Excludes(row.Attending.Mode) switch
    {
        _ when session.Date > BusinessCalendar.DayOf(facts.Now) => RowResult.Refused(number, RowRefusals.SessionInFuture),
        { } excluded => RowResult.Refused(number, excluded),
        null => JudgePerson(number, row, session),
    };

    private RowResult JudgePerson(int number, AttendanceRow row, Session session)
    {
        if (!facts.People.TryGetValue(row.LicenceNumber, out var person))
        {
            return Hold(number, row, session, RowRefusals.PhysicianUnknown);
        }

        if (person.Contradicts(row.FamilyName, row.GivenName, row.BirthDate) is { } mismatch)
        {
            return RowResult.Refused(number, mismatch);
        }

        return person.Active ? Credit(number, row, session, person.Id) : Hold(number, row, session, RowRefusals.MyPageIncomplete);
    }

    private RowResult Credit(int number, AttendanceRow row, Session session, PhysicianId holder)
    {
        var ledger = _ledgers.TryGetValue(holder, out var changed) ? changed : facts.Ledger(holder);
        var decisions = session.AllCategories()
            .Select(it => PostCredit.Decide(
                ledger, new(holder, facts.Training, session, it, row.Attending, new(facts.List, number, facts.PostedBy, Way: facts.Way))))
            .ToArray();
        var entry = ledger.Latest(session.Id, holder, session.Category)?.Id ?? EntryId.Of(session.Id, holder, session.Category);

        if (decisions.FirstOrDefault(it => it.IsRefused) is { } refused)
        {
            return RowResult.Refused(number, refused.Refusals[0]);
        }

        if (decisions.SelectMany(it => it.Events).ToArray() is not { Length: > 0 } events)
        {
            return new(number, RowOutcome.Duplicate, EntryId: entry.Value);
        }

        _ledgers[holder] = events.Aggregate(ledger, (it, e) => it.Evolve(e));
        Of(holder).AddRange(events);
        return new(number, RowOutcome.Credited, EntryId: entry.Value);
    }

    private RowResult Hold(int number, AttendanceRow row, Session session, Refusal why)
    {
        var held = HeldRow.Of(facts, number, row, session.Id);

        if (facts.Dropped.Contains(held.Id))
        {
            return RowResult.Refused(number, RowRefusals.Dropped);
        }

        return _held.TryAdd(held.Id, held)
            ? new(number, RowOutcome.Suspended, why.Code, why.Explanation)
            : new(number, RowOutcome.Duplicate);
    }

    private List<object> Of(PhysicianId holder) =>
        _posted.TryGetValue(holder, out var events) ? events : _posted[holder] = [];
}
