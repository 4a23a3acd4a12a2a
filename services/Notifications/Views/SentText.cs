using Mamis.EventStore;
using Mamis.Notifications.Messaging;

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
        )
        """;

    public required Guid NoticeId { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public static Sql Keep(Guid notice, NoticeText text, DateTimeOffset now) => Sql.For(
        """
        insert into sent_texts (notice_id, subject, body, written_at) select id, subject, body, at from rows
        on conflict (notice_id) do nothing
        """,
        new Row(notice, text.Subject, text.Body, now));

    private sealed record Row(Guid Id, string Subject, string Body, DateTimeOffset At);
}
