using Mamis.Contracts.Certification;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using MassTransit;

namespace Mamis.TrainingCredits.Features;

/// <summary>Frees what was kept for an application that ended without a grant.</summary>
public static class ReleaseCredits
{
    public sealed record Command(ApplicationKey Application, PhysicianId Holder);

    public static Decision Decide(CreditLedger ledger, Command command) =>
        ledger.Applications.GetValueOrDefault(command.Application) is { IsOver: true }
            ? Decision.Nothing
            : Decision.Append(new CreditsReleased(command.Application, command.Holder, ledger.KeptFor(command.Application)));
}

/// <summary>Certification closed the application, so it needs its entries no longer.</summary>
/// <remarks>May overtake the submission it ends: the ledger then remembers the end and keeps nothing for it any more.</remarks>
public sealed class ReleaseCreditsWhenClosed(IEventStore store) : IConsumer<ApplicationClosed>
{
    public Task Consume(ConsumeContext<ApplicationClosed> context)
    {
        var closed = context.Message;
        var command = new ReleaseCredits.Command(new(closed.ApplicationId), new(closed.PhysicianId));

        return store
            .DecideAsync<CreditLedger>(
                closed.PhysicianId,
                it => ReleaseCredits.Decide(it, command),
                changes => changes.Handled<ReleaseCreditsWhenClosed>(context),
                context.CancellationToken)
            .OrThrow();
    }
}
