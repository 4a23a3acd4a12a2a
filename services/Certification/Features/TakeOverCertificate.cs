using Mamis.Certification.Domain;
using Mamis.Contracts.Identity;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using MassTransit;

namespace Mamis.Certification.Features;

/// <summary>Puts a certificate of the old system on record, under the number it has always had.</summary>
public static class TakeOverCertificate
{
    public sealed record Command(PhysicianId Holder, Scheme Scheme, string Number, Term Term);

    /// <summary>Only a later term is news; this also makes the order of two imports irrelevant.</summary>
    public static Decision Decide(Certificate certificate, Command command) => certificate switch
    {
        { Term: { } known } when known.To >= command.Term.To => Decision.Nothing,
        _ => Decision.Append(
            new CertificateTakenOver(command.Holder, command.Scheme, command.Number, command.Term.From, command.Term.To)),
    };
}

/// <summary>The import of the old system tells of each certificate once.</summary>
public sealed class TakeOverWhenOnRecord(IEventStore store) : IConsumer<CertificateOnRecord>
{
    public Task Consume(ConsumeContext<CertificateOnRecord> context)
    {
        var told = context.Message;
        var command = new TakeOverCertificate.Command(
            new(told.PhysicianId), Enum.Parse<Scheme>(told.Scheme), told.Number, new(told.ValidFrom, told.ValidTo));

        return store
            .DecideAsync<Certificate>(
                Streams.CertificateOf(command.Holder, command.Scheme),
                it => TakeOverCertificate.Decide(it, command),
                changes => changes.Handled<TakeOverWhenOnRecord>(context),
                context.CancellationToken)
            .OrThrow();
    }
}
