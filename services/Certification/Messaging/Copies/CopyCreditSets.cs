using Mamis.Contracts.TrainingCredits;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using MassTransit;

namespace Mamis.Certification.Messaging.Copies;

/// <summary>Remembers which entries the ledger keeps for an application, or has spent on it.</summary>
/// <remarks>Each message tells the whole set of one application, and the latest word wins, so order does not matter.</remarks>
public sealed class CopyCreditSets(IEventStore store)
    : IConsumer<CreditsSetAside>, IConsumer<CreditsReleased>, IConsumer<CreditsSpent>
{
    private const string Remember =
        """
        insert into credit_set (application_id, physician_id, entry_ids, state, as_of)
        select application_id, physician_id, entry_ids, state, as_of from rows
        on conflict (application_id) do update set entry_ids = excluded.entry_ids, state = excluded.state, as_of = excluded.as_of
        where credit_set.as_of < excluded.as_of
        """;

    public Task Consume(ConsumeContext<CreditsSetAside> context) =>
        Store(new(context.Message.ApplicationId, context.Message.PhysicianId, context.Message.EntryIds, "set-aside", context.Message.OccurredAt), context);

    public Task Consume(ConsumeContext<CreditsReleased> context) =>
        Store(new(context.Message.ApplicationId, context.Message.PhysicianId, context.Message.EntryIds, "released", context.Message.OccurredAt), context);

    public Task Consume(ConsumeContext<CreditsSpent> context) =>
        Store(new(context.Message.ApplicationId, context.Message.PhysicianId, context.Message.EntryIds, "spent", context.Message.OccurredAt), context);

    private Task Store(Row row, ConsumeContext context) => store.Append(
        new Changes().Write(Sql.For(Remember, row)).Handled<CopyCreditSets>(context), context.CancellationToken);

    private sealed record Row(Guid ApplicationId, Guid PhysicianId, IReadOnlyList<Guid> EntryIds, string State, DateTimeOffset AsOf);
}
