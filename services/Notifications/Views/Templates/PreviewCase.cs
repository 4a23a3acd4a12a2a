using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Npgsql;

namespace Mamis.Notifications.Views.Templates;

/// <summary>A real case that words are tried on: a notice there was, or a certificate somebody holds. Only cases of physicians the caller's association reaches (D4).</summary>
public sealed record PreviewCase
{
    private const string Notices =
        $"""
         select n.physician_id, n.association, n.subject, n.scheme, n.valid_to, t.number
         from notice_cards n left join standings s on s.physician_id = n.physician_id left join certificate_terms t on t.certificate_id = n.subject
         where n.id = @id and n.kind = @kind and {Standings.Covered}
         """;

    private const string Certificates =
        $"""
         select t.physician_id, @association as association, t.certificate_id as subject, t.scheme, t.valid_to, t.number
         from certificate_terms t left join standings s on s.physician_id = t.physician_id
         where t.number = @written and t.valid_to is not null and {Standings.Covered}
         """;

    public required NoticeScheduled Content { get; init; }

    public string? Number { get; init; }

    public static async Task<PreviewCase?> Find(
        NoticeKind kind, string? written, ClaimsPrincipal user, NpgsqlDataSource database, DateOnly today, CancellationToken cancellation)
    {
        var isNotice = Guid.TryParse(written, out var id);
        var row = await database.Find<Row>(
            isNotice ? Notices : Certificates,
            new { id, kind = kind.ToString(), written = written?.Trim(), association = user.AssociationCode() },
            cancellation);

        return row is null ? null : new() { Content = row.As(kind, today), Number = row.Number };
    }

    private sealed record Row
    {
        public required Guid PhysicianId { get; init; }

        public required string Association { get; init; }

        public required Guid Subject { get; init; }

        public Scheme? Scheme { get; init; }

        public DateOnly? ValidTo { get; init; }

        public string? Number { get; init; }

        public NoticeScheduled As(NoticeKind kind, DateOnly today) => new()
        {
            Kind = kind,
            Route = NoticeRoute.DeskToPhysician,
            Physician = new(PhysicianId),
            Association = Association,
            Subject = Subject,
            Scheme = Scheme,
            ValidTo = ValidTo,
            DueOn = today,
            ScheduledOn = today,
        };
    }
}
