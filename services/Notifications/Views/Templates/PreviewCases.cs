using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Npgsql;

namespace Mamis.Notifications.Views.Templates;

/// <summary>Real cases that words are tried on: notices there were, certificates somebody holds. Only those of physicians an association reaches (D4).</summary>
public sealed class PreviewCases(NpgsqlDataSource database, IEventStore store, TimeProvider clock)
{
    private const string Notices =
        $"""
         select t.number
         from notice_cards n left join standings s on s.physician_id = n.physician_id left join certificate_terms t on t.certificate_id = n.subject
         where n.id = @id and n.kind = @kind and {Standings.Covered}
         """;

    private const string Certificates =
        $"""
         select t.physician_id, t.certificate_id, t.scheme, t.valid_to
         from certificate_terms t left join standings s on s.physician_id = t.physician_id
         where t.number = @number and t.valid_to is not null and {Standings.Covered}
         """;

    private const string Told =
        "select n.id from notice_cards n where (n.id = @id or n.organisation = @code) and n.kind = @kind and (@association = 'JMA' or n.organisation = @association) order by n.scheduled_at desc limit 1";

    /// <param name="Number">Of the certificate; null where the notice is about none.</param>
    public sealed record Case(NoticeScheduled Content, string? Number);

    /// <param name="kind">What is to be told.</param>
    /// <param name="written">Id of such a notice, number of a certificate or, of what an organisation is told, its code.</param>
    /// <param name="association">Who asks.</param>
    public Task<Case?> Find(NoticeKind kind, string? written, string association, CancellationToken cancellation) => Guid.TryParse(written, out var id) switch
    {
        _ when kind.ToldTo() is not Audience.Physician => OfOrganisation(kind, id, written?.Trim(), association, cancellation),
        true => OfNotice(kind, id, association, cancellation),
        false => OfCertificate(kind, written?.Trim(), association, cancellation),
    };

    /// <summary>The latest notice of the kind that an organisation got.</summary>
    private async Task<Case?> OfOrganisation(NoticeKind kind, Guid id, string? code, string association, CancellationToken cancellation)
    {
        var found = await database.List<Guid>(Told, new { id, code, kind = kind.ToString(), association }, cancellation);

        return found is [var notice] && (await store.Load<Notice>(notice, cancellation)).State.Content is { } content ? new(content, Number: null) : null;
    }

    /// <summary>The notice itself, from its stream: a card does not hold all that a text can name.</summary>
    private async Task<Case?> OfNotice(NoticeKind kind, Guid id, string association, CancellationToken cancellation)
    {
        var found = await database.List<string?>(Notices, new { id, kind = kind.ToString(), association }, cancellation);

        return found is [var number] && (await store.Load<Notice>(id, cancellation)).State.Content is { } content ? new(content, number) : null;
    }

    private async Task<Case?> OfCertificate(NoticeKind kind, string? number, string association, CancellationToken cancellation)
    {
        var held = await database.Find<Certificate>(Certificates, new { number, association }, cancellation);

        return held is null ? null : new(held.As(kind, association, clock.Today()), number);
    }

    private sealed record Certificate
    {
        public required Guid PhysicianId { get; init; }

        public required Guid CertificateId { get; init; }

        public required Scheme Scheme { get; init; }

        public required DateOnly ValidTo { get; init; }

        public NoticeScheduled As(NoticeKind kind, string association, DateOnly today) => new()
        {
            Kind = kind,
            Route = NoticeRoute.DeskToPhysician,
            Physician = new(PhysicianId),
            Association = association,
            Subject = CertificateId,
            Scheme = Scheme,
            ValidTo = ValidTo,
            DueOn = RenewalNoticeRule.LeadForAll(kind, Scheme, today) is { } lead ? ValidTo.MonthsAfter(-lead) : today,
            ScheduledOn = today,
        };
    }
}
