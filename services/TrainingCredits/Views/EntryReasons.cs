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

    /// <summary>Keeps the reason for every entry that these changes refuse, withdraw or enter.</summary>
    public static void Keep(this Changes changes, PhysicianId holder, string reason)
    {
        var touched = changes.Streams.SelectMany(it => it.Events).SelectMany(Touched);
        changes.Write(Sql.ForEach(Insert, touched.Select(it => new { EntryId = it, PhysicianId = holder, Reason = reason })));
    }

    private static IEnumerable<EntryId> Touched(object @event) => @event switch
    {
        CreditPosted it => [it.Entry],
        CreditWithdrawn it => [it.Entry],
        PaperCreditRefused it => [it.Entry],
        _ => [],
    };
}
