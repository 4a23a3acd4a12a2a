using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Views;

/// <summary>Why an entry was refused, withdrawn or entered as a correction, in somebody's own words; beside the stream, because words may tell of a person.</summary>
public static class EntryReasons
{
    public const string Tables =
        """
        alter table if exists paper_reason rename to entry_reason;

        create table if not exists entry_reason (
            entry_id     uuid primary key,
            physician_id uuid not null,
            reason       text not null
        );
        """;

    private const string Insert =
        """
        insert into entry_reason (entry_id, physician_id, reason) select entry_id, physician_id, reason from rows
        on conflict (entry_id) do update set reason = excluded.reason
        """;

    /// <summary>Decides on a ledger, and keeps the reason for every entry the decision touched.</summary>
    public static async Task<Decision> DecideAsync(
        IEventStore store, PhysicianId holder, Func<CreditLedger, Decision> decide, string reason, CancellationToken cancellation)
    {
        var ledger = await store.Load<CreditLedger>(holder.Value, cancellation);
        var decision = decide(ledger.State);
        var touched = decision.Events.SelectMany(Touched).Select(it => new { EntryId = it, PhysicianId = holder, Reason = reason }).ToArray();

        if (touched.Length > 0)
        {
            await store.Append(
                new Changes().Append<CreditLedger>(holder.Value, ledger.Version, decision.Events).Write(Sql.ForEach(Insert, touched)), cancellation);
        }

        return decision;
    }

    private static IEnumerable<EntryId> Touched(object @event) => @event switch
    {
        CreditPosted it => [it.Entry],
        CreditWithdrawn it => [it.Entry],
        PaperCreditRefused it => [it.Entry],
        _ => [],
    };
}
