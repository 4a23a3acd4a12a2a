using Mamis.Contracts.Certification;
using Mamis.EventStore;
using Mamis.Kernel;
using MassTransit;
using Npgsql;

namespace Mamis.Notifications.Views;

/// <summary>The present term of every certificate, as Certification tells it, for the renewal runs; and every term ever told, for reports on past days.</summary>
/// <remarks>
/// The higher version wins, so the order of messages does not matter and a repeat changes nothing; an end that overtakes its
/// term leaves a row without a term. That is also why these copies need no inbox row. In the history an end has no last day.
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
        create index if not exists certificate_terms_of_physician on certificate_terms (physician_id);

        create table if not exists term_history (
            certificate_id uuid   not null,
            version        bigint not null,
            day            date   not null,
            physician_id   uuid   not null,
            scheme         text,
            number         text,
            valid_to       date,
            primary key (certificate_id, version)
        );
        create index if not exists term_history_by_end on term_history (scheme, valid_to);
        """;

    private const string Keep =
        $"""
        with {LookedWindows.Heard},
        history as (
            insert into term_history (certificate_id, version, day, physician_id, scheme, number, valid_to)
            select certificate_id, version, day, physician_id, scheme, number, valid_to from rows
            on conflict do nothing)
        insert into certificate_terms as t (certificate_id, physician_id, scheme, number, valid_from, valid_to, ended, version)
        select distinct on (certificate_id) certificate_id, physician_id, scheme, number, valid_from, valid_to, false, version
        from rows order by certificate_id, version desc
        on conflict (certificate_id) do update
        set scheme = excluded.scheme, number = excluded.number, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
            ended = false, version = excluded.version
        where excluded.version > t.version
        """;

    private const string End =
        """
        with history as (
            insert into term_history (certificate_id, version, day, physician_id)
            select certificate_id, version, day, physician_id from rows
            on conflict do nothing)
        insert into certificate_terms as t (certificate_id, physician_id, ended, version)
        select distinct on (certificate_id) certificate_id, physician_id, true, version from rows order by certificate_id, version desc
        on conflict (certificate_id) do update set ended = true, version = excluded.version where excluded.version > t.version
        """;

    public static Sql Began(IEnumerable<CertificateTermBegan> terms) => Sql.ForEach(Keep, terms.Select(it => new BeganRow(
        it.CertificateId, it.Version, BusinessCalendar.DayOf(it.OccurredAt), it.PhysicianId, it.Scheme, it.Number, it.ValidFrom, it.ValidTo)));

    public static Sql Ended(IEnumerable<CertificateEnded> ends) => Sql.ForEach(End, ends.Select(it => new EndedRow(
        it.CertificateId, it.Version, BusinessCalendar.DayOf(it.OccurredAt), it.PhysicianId)));

    /// <summary>The present term; null when none is known.</summary>
    public static Task<CertificateTerm?> Of(Guid certificate, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.Find<CertificateTerm>(
            $"select number, valid_to, ended, {RenewalsUnderWay.OfTerm} as renewal_under_way from certificate_terms t where certificate_id = @certificate",
            new { certificate },
            cancellation);

    private sealed record BeganRow(
        Guid CertificateId, long Version, DateOnly Day, Guid PhysicianId, string Scheme, string Number, DateOnly ValidFrom, DateOnly ValidTo);

    private sealed record EndedRow(Guid CertificateId, long Version, DateOnly Day, Guid PhysicianId);
}

/// <summary>What a notice has to know of the certificate when it goes out.</summary>
public sealed record CertificateTerm
{
    public string? Number { get; init; }

    public DateOnly? ValidTo { get; init; }

    public required bool Ended { get; init; }

    /// <summary>Its renewal is applied for, so no reminder is due.</summary>
    public bool RenewalUnderWay { get; init; }
}

/// <summary>Keeps the copy; an import of a whole country's certificates comes in batches.</summary>
public sealed class KeepTermWhenBegan(IEventStore store) : IConsumer<Batch<CertificateTermBegan>>
{
    public Task Consume(ConsumeContext<Batch<CertificateTermBegan>> context) => store.Append(
        new Changes().Write(CertificateTerms.Began(context.Message.Select(it => it.Message))), context.CancellationToken);
}
