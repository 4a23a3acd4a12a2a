using Mamis.Contracts.Certification;
using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Views;
using MassTransit;
using Npgsql;

namespace Mamis.Notifications.Features;

/// <summary>Takes ended certificates out of the runs, and waives in the same transaction what was to be told of them and has not left the house.</summary>
/// <remarks>An end that a newer term has overtaken changes nothing, so neither order nor repetition matters and no inbox row is needed.</remarks>
public sealed class EndTermWhenEnded(IEventStore store, NpgsqlDataSource database) : IConsumer<Batch<CertificateEnded>>
{
    private const string StillInside =
        """
        select n.id from unnest(@certificates, @versions) as e (certificate_id, version)
        join notice_cards n on n.subject = e.certificate_id and n.valid_to is not null and n.state in ('Scheduled', 'LetterOrdered', 'Bounced')
        where not exists (select from certificate_terms t where t.certificate_id = e.certificate_id and t.version > e.version)
        """;

    public async Task Consume(ConsumeContext<Batch<CertificateEnded>> context)
    {
        var ends = context.Message.Select(it => it.Message).ToArray();
        var parameters = new
        {
            Certificates = ends.Select(it => it.CertificateId).ToArray(),
            Versions = ends.Select(it => it.Version).ToArray(),
        };
        var warnings = await database.List<Guid>(StillInside, parameters, context.CancellationToken);
        var changes = new Changes().Write(CertificateTerms.Ended(ends));

        await store.Append(await changes.Waive(warnings, Reasons.CertificateEnded, store, context.CancellationToken), context.CancellationToken);
    }
}
