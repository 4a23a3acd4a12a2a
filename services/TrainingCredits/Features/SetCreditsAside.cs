using Mamis.Contracts.Certification;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using MassTransit;

namespace Mamis.TrainingCredits.Features;

/// <summary>Keeps the entries an application counted, or says which cannot serve; so no credit serves twice, however stale a copy was.</summary>
public static class SetCreditsAside
{
    public sealed record Command(ApplicationKey Application, PhysicianId Holder, int Round, IReadOnlyList<EntryId> Entries);

    public static Decision Decide(CreditLedger ledger, Command command)
    {
        if (ledger.Applications.GetValueOrDefault(command.Application) is { } known && (known.IsOver || known.Round >= command.Round))
        {
            return Decision.Nothing;
        }

        var entries = command.Entries.Distinct().ToArray();
        var missing = entries.Where(it => ledger.Find(it)?.CanServe(command.Application) is not true).ToArray();

        return missing.Length > 0
            ? Decision.Append(new CreditsFoundShort(command.Application, command.Round, command.Holder, missing))
            : Decision.Append(new CreditsSetAside(
                command.Application, command.Round, command.Holder, entries, [.. ledger.KeptFor(command.Application).Except(entries)]));
    }
}

/// <summary>Certification took the submission; whether its entries can serve, only the ledger knows.</summary>
/// <remarks>
/// Order does not matter: an older round than the one answered, or one of an application that is over, changes nothing.
/// </remarks>
public sealed class SetCreditsAsideWhenSubmitted(IEventStore store) : IConsumer<ApplicationSubmitted>
{
    public Task Consume(ConsumeContext<ApplicationSubmitted> context)
    {
        var submitted = context.Message;
        var command = new SetCreditsAside.Command(
            new(submitted.ApplicationId), new(submitted.PhysicianId), submitted.Round, [.. submitted.EntryIds.Select(EntryId.From)]);

        return store
            .DecideAsync<CreditLedger>(
                submitted.PhysicianId,
                it => SetCreditsAside.Decide(it, command),
                changes => changes.Handled<SetCreditsAsideWhenSubmitted>(context),
                context.CancellationToken)
            .OrThrow();
    }
}
