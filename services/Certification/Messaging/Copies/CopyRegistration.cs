using Mamis.Contracts.Identity;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using MassTransit;

namespace Mamis.Certification.Messaging.Copies;

/// <summary>Remembers that a self-registered physician was compared with the licence (rule A2); it is never taken back, so order does not matter.</summary>
public sealed class CopyRegistration(IEventStore store) : IConsumer<RegistrationConfirmed>
{
    private const string Remember =
        """
        insert into physician_copy (physician_id, licence_checked) select physician_id, true from rows
        on conflict (physician_id) do update set licence_checked = true
        """;

    public Task Consume(ConsumeContext<RegistrationConfirmed> context) => store.Append(
        new Changes().Write(Sql.For(Remember, context.Message)).Handled<CopyRegistration>(context), context.CancellationToken);
}
