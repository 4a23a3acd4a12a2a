using Mamis.EventStore;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views;
using Npgsql;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>Credits held rows once their physician is known and registered, without a second upload.</summary>
/// <remarks>
/// It looks at tables and not at messages, so the order in which rows, people and registrations arrive does not matter,
/// and a row held in the very moment its physician appeared is found at the next look.
/// </remarks>
public sealed class ResolveSuspense(IEventStore store, NpgsqlDataSource database, TimeProvider clock)
{
    private const string MostAtOnce = "1000";

    /// <summary>The person <c>p</c> beside a row <c>n</c>.</summary>
    public const string Known =
        """
        p.physician_id, p.version, p.is_active, p.licence_number as known_licence_number, p.family_name as known_family_name,
        p.given_name as known_given_name, p.birth_date as known_birth_date
        """;

    private const string Waiting =
        $"""
        select n.*, {Known}
        from suspense n {People.Behind}
        where n.resolved_at is null and p.is_active and n.judged_version is distinct from p.version
        limit {MostAtOnce}
        """;

    private const string SettleRows =
        """
        update suspense s set
            judged_version = r.version, judged_code = r.code, entry_id = r.entry_id, settled_by = r.settled_by,
            resolved_at = case when r.entry_id is null then null else r.at end,
            licence_number = case when r.entry_id is null then s.licence_number else '' end,
            family_name = case when r.entry_id is null then s.family_name else '' end,
            given_name = case when r.entry_id is null then s.given_name else '' end,
            birth_date = case when r.entry_id is null then s.birth_date end
        from rows r where s.id = r.id
        """;

    /// <summary>Notes what became of rows; a row that staff or another node settle at the same time is settled by one of them only.</summary>
    /// <remarks>What is credited enters the inbox, whose key the slower one breaks, with all it meant to do.</remarks>
    public static Changes Settle(Changes changes, IReadOnlyList<Settled> settled) => changes
        .Write(Sql.ForEach(SettleRows, settled))
        .Handled(nameof(Suspense), settled.Where(it => it.EntryId is not null).Select(it => it.Id));

    /// <summary>Looks once; answers how many rows it judged.</summary>
    public async Task<int> Look(CancellationToken cancellation)
    {
        var waiting = await database.List<WaitingRow>(Waiting, new { }, cancellation);

        if (waiting.Count > 0)
        {
            await Judge(waiting, cancellation);
        }

        return waiting.Count;
    }

    private async Task Judge(IReadOnlyList<WaitingRow> waiting, CancellationToken cancellation)
    {
        var trainings = await store.LoadMany<Training>([.. waiting.Select(it => it.TrainingId).Distinct()], cancellation);
        var ledgers = await store.LoadMany<CreditLedger>([.. waiting.Select(it => it.PhysicianId).Distinct()], cancellation);
        var changes = new Changes();
        var settled = new List<Settled>();

        foreach (var rows in waiting.GroupBy(it => it.PhysicianId))
        {
            var ledger = ledgers[rows.Key];
            var events = new List<object>();

            foreach (var row in rows)
            {
                var decisions = row.Judge(trainings[row.TrainingId].State, events.Aggregate(ledger.State, (it, e) => it.Evolve(e)));
                events.AddRange(decisions.SelectMany(it => it.Events));
                settled.Add(row.Settle(decisions, trainings[row.TrainingId].State, clock.GetUtcNow()));
            }

            changes.Append<CreditLedger>(rows.Key, ledger.Version, events);
        }

        await store.Append(Settle(changes, settled), cancellation);
    }
}
