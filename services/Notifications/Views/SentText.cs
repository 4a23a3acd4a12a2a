using Mamis.EventStore;
using Mamis.Notifications.Messaging;
using Npgsql;

namespace Mamis.Notifications.Views;

/// <summary>What a notice said, kept word for word; only the line that names the physician is left out, and with it all personal data.</summary>
public sealed record SentText
{
    public const string Tables =
        """
        create table if not exists sent_texts (
            notice_id  uuid        primary key,
            subject    text        not null,
            body       text        not null,
            written_at timestamptz not null
        );
        alter table sent_texts add column if not exists version integer not null default 1;
        """;

    public required Guid NoticeId { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    /// <summary>Of the words it was made from; 1 are the shipped ones.</summary>
    public required int Version { get; init; }

    public static Sql Keep(Guid notice, NoticeText text, DateTimeOffset now) => Sql.For(
        """
        insert into sent_texts (notice_id, subject, body, written_at, version) select id, subject, body, at, version from rows
        on conflict (notice_id) do nothing
        """,
        new Row(notice, text.Subject, text.Body, now, text.Version));

    public static Task<SentText?> Of(Guid notice, NpgsqlDataSource database, CancellationToken cancellation) => database.Find<SentText>(
        "select notice_id, subject, body, version from sent_texts where notice_id = @notice", new { notice }, cancellation);

    private sealed record Row(Guid Id, string Subject, string Body, DateTimeOffset At, int Version);
}
