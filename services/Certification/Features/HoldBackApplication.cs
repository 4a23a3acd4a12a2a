using Mamis.Certification.Domain;
using Mamis.Contracts.TrainingCredits;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using MassTransit;

namespace Mamis.Certification.Features;

/// <summary>Gives an application back to the physician when the ledger could not keep what was counted: our copy was behind.</summary>
public static class HoldBackApplication
{
    public sealed record Command(IReadOnlyList<Guid> Missing);

    public static Decision Decide(Application application, Command command) =>
        application.Status is ApplicationStatus.AwaitingCredits && application.Entries.Intersect(command.Missing).Any()
            ? Decision.Append(new ApplicationHeldBack(command.Missing))
            : Decision.Nothing;
}

/// <summary>An answer to an earlier round names entries this round does not count, and changes nothing.</summary>
public sealed class HoldBackWhenShort(IEventStore store) : IConsumer<CreditsFoundShort>
{
    public Task Consume(ConsumeContext<CreditsFoundShort> context) => store
        .DecideAsync<Application>(
            context.Message.ApplicationId,
            it => HoldBackApplication.Decide(it, new(context.Message.EntryIds)),
            changes => changes.Handled<HoldBackWhenShort>(context),
            context.CancellationToken)
        .OrThrow();
}
