using Mamis.Certification.Domain;
using Mamis.Contracts.TrainingCredits;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using MassTransit;

namespace Mamis.Certification.Features;

/// <summary>Lays an application on its first desk once the ledger keeps its entries: only then can no other one count them.</summary>
public static class AdmitApplication
{
    public sealed record Command(IReadOnlyList<Guid> SetAside);

    /// <summary>An answer about other entries belongs to an earlier round and changes nothing.</summary>
    public static Decision Decide(Application application, Command command) =>
        application.Status is ApplicationStatus.AwaitingCredits && application.Entries.ToHashSet().SetEquals(command.SetAside)
            ? Decision.Append(new ApplicationAdmitted(application.Desks[0]))
            : Decision.Nothing;
}

/// <summary>The ledger's answer may come late, twice, or for a round that is over: the decision tells them apart.</summary>
public sealed class AdmitWhenSetAside(IEventStore store) : IConsumer<CreditsSetAside>
{
    public Task Consume(ConsumeContext<CreditsSetAside> context) => store
        .DecideAsync<Application>(
            context.Message.ApplicationId,
            it => AdmitApplication.Decide(it, new(context.Message.EntryIds)),
            changes => changes.Handled<AdmitWhenSetAside>(context),
            context.CancellationToken)
        .OrThrow();
}
