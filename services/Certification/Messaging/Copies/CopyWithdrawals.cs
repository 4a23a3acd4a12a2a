using Mamis.Contracts.TrainingCredits;
using Mamis.EventStore;
using MassTransit;

namespace Mamis.Certification.Messaging.Copies;

/// <summary>Remembers which credits were taken back, so that they count no longer.</summary>
/// <remarks>Said once of an entry and for good, in a column of its own; so neither order nor repetition matters.</remarks>
public sealed class CopyWithdrawals(IEventStore store) : IConsumer<CreditWithdrawn>
{
    private const string Remember =
        """
        insert into credit_copy (entry_id, physician_id, withdrawn) select entry_id, physician_id, true from rows
        on conflict (entry_id) do update set withdrawn = true
        """;

    public Task Consume(ConsumeContext<CreditWithdrawn> context) => store.Append(
        new Changes().Write(Sql.For(Remember, new { context.Message.EntryId, context.Message.PhysicianId })), context.CancellationToken);
}
