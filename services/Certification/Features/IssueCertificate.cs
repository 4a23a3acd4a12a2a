using Mamis.Certification.Domain;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using MassTransit;
using Npgsql;
using Published = Mamis.Contracts.Certification;

namespace Mamis.Certification.Features;

/// <summary>Gives a physician the certificate once the last desk has agreed to a new application (rules V1 and V3).</summary>
public static class IssueCertificate
{
    public sealed record Command(PhysicianId Holder, Scheme Scheme, ApplicationKey Application, string Number, DateOnly CertifiedOn);

    public static Decision Decide(Certificate certificate, Command command) => certificate switch
    {
        { GrantedBy: { } granted } when granted == command.Application => Decision.Nothing,
        _ => Issue(command, Term.StartingOn(command.CertifiedOn)),
    };

    private static Decision Issue(Command command, Term term) => Decision.Append(
        new CertificateIssued(command.Holder, command.Scheme, command.Number, command.Application, term.From, term.To));
}

/// <summary>Hears this service's own grant, so that a crash between grant and certificate loses neither. Renewals are not meant.</summary>
public sealed class IssueWhenGranted(IEventStore store, NpgsqlDataSource database) : IConsumer<Published.ApplicationGranted>
{
    public const string Sequence = "create sequence if not exists certificate_number;";

    public async Task Consume(ConsumeContext<Published.ApplicationGranted> context)
    {
        var granted = context.Message;

        if (granted.CertifiedOn is not { } certifiedOn || granted.Kind != nameof(ApplicationKind.New))
        {
            return;
        }

        var scheme = Enum.Parse<Scheme>(granted.Scheme);
        var holder = new PhysicianId(granted.PhysicianId);
        var number = await NextNumber(scheme, context.CancellationToken);
        var command = new IssueCertificate.Command(holder, scheme, new(granted.ApplicationId), number, certifiedOn);

        await store
            .DecideAsync<Certificate>(
                Streams.CertificateOf(holder, scheme),
                it => IssueCertificate.Decide(it, command),
                changes => changes.Handled<IssueWhenGranted>(context),
                context.CancellationToken)
            .OrThrow();
    }

    /// <summary>The letter M keeps the system's own numbers apart from those of the old one; gaps mean nothing.</summary>
    private async Task<string> NextNumber(Scheme scheme, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select nextval('certificate_number')");
        return $"M{scheme.ToString()[0]}{await command.ExecuteScalarAsync(cancellation):0000000}";
    }
}
