using Mamis.Contracts.Identity;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using MassTransit;

namespace Mamis.Certification.Messaging.Copies;

/// <summary>Remembers where a physician belongs. Order does not matter: the higher version wins.</summary>
public sealed class CopyStanding(IEventStore store) : IConsumer<StandingChanged>
{
    private const string Remember =
        """
        insert into physician_copy (physician_id, standing_version, county, prefecture, jma, workplace_prefecture)
        select physician_id, version, county, prefecture, jma, workplace_prefecture from rows
        on conflict (physician_id) do update set
            standing_version = excluded.standing_version, county = excluded.county, prefecture = excluded.prefecture,
            jma = excluded.jma, workplace_prefecture = excluded.workplace_prefecture
        where physician_copy.standing_version < excluded.standing_version
        """;

    public Task Consume(ConsumeContext<StandingChanged> context) => store.Append(
        new Changes().Write(Sql.For(Remember, context.Message)).Handled<CopyStanding>(context), context.CancellationToken);
}
