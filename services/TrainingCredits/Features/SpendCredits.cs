using Mamis.Contracts.Certification;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using MassTransit;

namespace Mamis.TrainingCredits.Features;

/// <summary>Uses up what was kept for an application that was granted (rules ON7, X5).</summary>
public static class SpendCredits
{
    public sealed record Command(ApplicationKey Application, PhysicianId Holder);

    public static Decision Decide(CreditLedger ledger, Command command) =>
        ledger.Applications.GetValueOrDefault(command.Application) switch
        {
            null => Refusals.CreditsNotSetAside,
            { IsOver: true } => Decision.Nothing,
            _ => Decision.Append(new CreditsSpent(command.Application, command.Holder, ledger.KeptFor(command.Application))),
        };
}

/// <summary>The last desk agreed, so what was kept for the application is used for good.</summary>
/// <remarks>Cannot come before its entries were set aside, since that is what admits an application to the desks.</remarks>
public sealed class SpendCreditsWhenGranted(IEventStore store) : IConsumer<ApplicationGranted>
{
    public Task Consume(ConsumeContext<ApplicationGranted> context)
    {
        var granted = context.Message;
        var command = new SpendCredits.Command(new(granted.ApplicationId), new(granted.PhysicianId));

        return store
            .DecideAsync<CreditLedger>(
                granted.PhysicianId,
                it => SpendCredits.Decide(it, command),
                changes => changes.Handled<SpendCreditsWhenGranted>(context),
                context.CancellationToken)
            .OrThrow();
    }
}
