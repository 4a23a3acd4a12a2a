using Mamis.Contracts.Certification;
using Mamis.EventStore;
using MassTransit;
using Npgsql;

namespace Mamis.Notifications.Views;

/// <summary>The present term of every certificate, as Certification tells it: what the renewal runs look at.</summary>
/// <remarks>
/// The higher version wins, so the order of messages does not matter and a repeat changes nothing; an end that overtakes its
/// term leaves a row without a term. That is also why these copies need no inbox row.
/// </remarks>
public static class CertificateTerms
{
    public const string Tables =
        """
        create table if not exists certificate_terms (
            certificate_id uuid    primary key,
            physician_id   uuid    not null,
            scheme         text,
            number         text,
            valid_from     date,
            valid_to       date,
            ended          boolean not null,
            version        bigint  not null
        );
        create index if not exists certificate_terms_by_end on certificate_terms (scheme, valid_to) where not ended;
        """;

    private const string Keep =
        """
        insert into certificate_terms as t (certificate_id, physician_id, scheme, number, valid_from, valid_to, ended, version)
        select certificate_id, physician_id, scheme, number, valid_from, valid_to, false, version from rows
        on conflict (certificate_id) do update
        set scheme = excluded.scheme, number = excluded.number, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
            ended = false, version = excluded.version
        where excluded.version > t.version
        """;

    private const string End =
        """
        insert into certificate_terms as t (certificate_id, physician_id, ended, version)
        select certificate_id, physician_id, true, version from rows
        on conflict (certificate_id) do update set ended = true, version = excluded.version where excluded.version > t.version
        """;

    public static Sql Began(IEnumerable<CertificateTermBegan> terms) =>
        Sql.ForEach(Keep, terms.GroupBy(it => it.CertificateId).Select(it => it.MaxBy(term => term.Version)).OfType<CertificateTermBegan>());

    public static Sql Ended(CertificateEnded end) => Sql.For(End, end);

    /// <summary>The present term; null when none is known.</summary>
    public static Task<CertificateTerm?> Of(Guid certificate, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.Find<CertificateTerm>(
            "select number, valid_to, ended from certificate_terms where certificate_id = @certificate", new { certificate }, cancellation);
}

/// <summary>What a notice has to know of the certificate when it goes out.</summary>
public sealed record CertificateTerm
{
    public string? Number { get; init; }

    public DateOnly? ValidTo { get; init; }

    public required bool Ended { get; init; }
}

/// <summary>Keeps the copy; an import of a whole country's certificates comes in batches.</summary>
public sealed class KeepTermWhenBegan(IEventStore store) : IConsumer<Batch<CertificateTermBegan>>
{
    public Task Consume(ConsumeContext<Batch<CertificateTermBegan>> context) => store.Append(
        new Changes().Write(CertificateTerms.Began(context.Message.Select(it => it.Message))), context.CancellationToken);
}

/// <summary>Takes the certificate out of the runs.</summary>
public sealed class EndTermWhenEnded(IEventStore store) : IConsumer<CertificateEnded>
{
    public Task Consume(ConsumeContext<CertificateEnded> context) =>
        store.Append(new Changes().Write(CertificateTerms.Ended(context.Message)), context.CancellationToken);
}
