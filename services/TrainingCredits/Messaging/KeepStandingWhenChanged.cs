using Mamis.Contracts.Identity;
using Mamis.EventStore;
using MassTransit;

namespace Mamis.TrainingCredits.Messaging;

/// <summary>Keeps the copy of memberships and workplaces, which decides who may see a ledger and who verifies paper.</summary>
/// <remarks>Order and repetition do not matter: the higher version wins.</remarks>
public sealed class KeepStandingWhenChanged(IEventStore store) : IConsumer<Batch<StandingChanged>>
{
    private const string Keep =
        """
        insert into standing (physician_id, version, county, prefecture, jma, workplace_prefecture)
        select physician_id, version, county, prefecture, jma, workplace_prefecture from rows
        on conflict (physician_id) do update set
            version = excluded.version, county = excluded.county, prefecture = excluded.prefecture, jma = excluded.jma,
            workplace_prefecture = excluded.workplace_prefecture
        where excluded.version > standing.version
        """;

    public Task Consume(ConsumeContext<Batch<StandingChanged>> context)
    {
        var newest = context.Message.Select(it => it.Message).GroupBy(it => it.PhysicianId).Select(it => it.MaxBy(one => one.Version)).OfType<StandingChanged>();
        return store.Append(new Changes().Write(Sql.ForEach(Keep, newest)), context.CancellationToken);
    }
}
