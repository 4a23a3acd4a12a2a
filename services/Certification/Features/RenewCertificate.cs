using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Eligibility;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using MassTransit;
using Published = Mamis.Contracts.Certification;

namespace Mamis.Certification.Features;

/// <summary>Gives a certificate its next term once the last desk has agreed (rules V2 and X4); one that is given up or taken away gets none.</summary>
public static class RenewCertificate
{
    public sealed record Command(ApplicationKey Application, DateOnly Today);

    public static Decision Decide(Certificate certificate, Command command) => certificate switch
    {
        { Term: null } => Reasons.CertificateNotHeld,
        { GrantedBy: var granted } when granted == command.Application => Decision.Nothing,
        { Loss: not null } => Decision.Nothing,
        { Term: var term } => Renew(certificate, command.Application, term.Next(command.Today)),
    };

    private static Decision Renew(Certificate certificate, ApplicationKey application, Term next) => Decision.Append(
        new CertificateRenewed(certificate.Holder, certificate.Scheme, certificate.Number, application, next.From, next.To));
}

/// <summary>Hears this service's own grant, so that a crash between grant and term loses neither. New applications are not meant.</summary>
public sealed class RenewWhenGranted(IEventStore store, TimeProvider clock) : IConsumer<Published.ApplicationGranted>
{
    public Task Consume(ConsumeContext<Published.ApplicationGranted> context)
    {
        var granted = context.Message;

        if (granted.Kind != nameof(ApplicationKind.Renewal))
        {
            return Task.CompletedTask;
        }

        var command = new RenewCertificate.Command(new(granted.ApplicationId), clock.Today());
        var certificate = Streams.CertificateOf(new(granted.PhysicianId), Enum.Parse<Scheme>(granted.Scheme));

        return store
            .DecideAsync<Certificate>(
                certificate,
                it => RenewCertificate.Decide(it, command),
                changes => changes.Handled<RenewWhenGranted>(context),
                context.CancellationToken)
            .OrThrow();
    }
}
