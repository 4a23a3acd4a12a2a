using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views;
using Npgsql;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>A list on its way into the ledgers.</summary>
/// <param name="Way">Null when its organizer posted it.</param>
public sealed record AttendanceList(
    EventStream<Training> Training, ListId Id, StaffId PostedBy, IReadOnlyList<RowReading> Rows, EntryWay? Way = null);

/// <summary>A list of which is known what becomes of each row, and of which nothing is stored yet.</summary>
public sealed record JudgedList(
    AttendanceList List, AttendanceAnswer Answer, JudgeAttendance Judge, IReadOnlyDictionary<Guid, EventStream<CreditLedger>> Ledgers);

/// <summary>Posts a list with a fixed number of round trips, whatever its size: people, ledgers, what is held, one append.</summary>
public sealed class AttendancePosting(IEventStore store, NpgsqlDataSource database, SuspenseAlarm alarm, TimeProvider clock)
{
    public Task<EventStream<Training>> Load(Guid training, CancellationToken cancellation) => store.Load<Training>(training, cancellation);

    /// <exception cref="StreamVersionException">Another list changed the training or a ledger meanwhile; nothing was stored.</exception>
    public async Task<AttendanceAnswer> Post(AttendanceList list, bool dryRun, CancellationToken cancellation)
    {
        var judged = await Judge(list, cancellation);

        if (!dryRun)
        {
            await Store(judged, new Changes(), cancellation);
        }

        return judged.Answer;
    }

    /// <summary>What would become of each row.</summary>
    public async Task<JudgedList> Judge(AttendanceList list, CancellationToken cancellation)
    {
        var numbers = list.Rows.Select(it => it.Given?.LicenceNumber).OfType<string>().ToHashSet();
        var people = await database.ByNumber(numbers, cancellation);
        var sessions = list.Training.State.Sessions;
        var ledgers = await store.LoadMany<CreditLedger>(
            [.. people.Values.Select(it => it.Id.Value)], ledger => ledger.State.Of(sessions, new(ledger.Id)), cancellation);
        var dropped = await database.DroppedRows(list.Training.Id, cancellation);
        var judge = new JudgeAttendance(
            list.Training.State,
            new(new(list.Training.Id), list.Id, list.PostedBy, clock.GetUtcNow(), people, it => ledgers[it.Value].State, dropped, list.Way));

        return new(list, AttendanceAnswer.Of(list.Id, judge.Judge(list.Rows)), judge, ledgers);
    }

    /// <summary>Stores a list with what else has to stand or fall with it.</summary>
    public async Task Store(JudgedList judged, Changes changes, CancellationToken cancellation)
    {
        var (list, answer, judge, ledgers) = judged;
        var known = await database.AlreadyHeld(judge.Held.Select(it => it.Id), cancellation);
        var held = judge.Held.Where(it => !known.Contains(it.Id)).ToArray();

        foreach (var (holder, events) in judge.Posted)
        {
            changes.Append<CreditLedger>(holder.Value, ledgers[holder.Value].Version, events);
        }

        if (held.Length > 0)
        {
            changes.Write(Suspense.Hold(held));
        }

        if (held.Length > 0 || judge.Posted.Count > 0)
        {
            changes.Append<Training>(list.Training.Id, list.Training.Version, [answer.ToEvent(list.PostedBy, list.Way)]);
        }

        await store.Append(changes, cancellation);
        alarm.Raise(held.Length > 0);
    }
}
