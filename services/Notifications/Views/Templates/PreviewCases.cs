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

    /// <param name="Number">Of the certificate; null where the notice is about none.</param>
    public sealed record Case(NoticeScheduled Content, string? Number);

    /// <param name="kind">What is to be told.</param>
    /// <param name="written">Id of such a notice, or number of a certificate.</param>
    /// <param name="association">Who asks.</param>
    public Task<Case?> Find(NoticeKind kind, string? written, string association, CancellationToken cancellation) =>
        Guid.TryParse(written, out var id)
            ? OfNotice(kind, id, association, cancellation)
            : OfCertificate(kind, written?.Trim(), association, cancellation);

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
            DueOn = today,
            ScheduledOn = today,
        };
    }
}
