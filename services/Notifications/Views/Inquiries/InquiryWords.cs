using Mamis.EventStore;
using Npgsql;

namespace Mamis.Notifications.Views.Inquiries;

/// <summary>What was written in inquiries, apart from their streams: it can be personal, so it can be deleted while the thread stays readable.</summary>
public static class InquiryWords
{
    public const string Tables =
        """
        create table if not exists inquiry_words (
            id         uuid primary key,
            inquiry_id uuid not null,
            text       text not null
        );
        create index if not exists inquiry_words_of_inquiry on inquiry_words (inquiry_id);
        """;

    public static Sql Keep(Guid id, Guid inquiry, string text) => Sql.For(
        "insert into inquiry_words (id, inquiry_id, text) select id, inquiry, text from rows on conflict (id) do nothing",
        new Row(id, inquiry, text));

    /// <summary>What is still there of a thread, by id.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Of(Guid inquiry, NpgsqlDataSource database, CancellationToken cancellation) =>
        (await database.List<(Guid Id, string Text)>(
            "select id, text from inquiry_words where inquiry_id = @inquiry", new { inquiry }, cancellation)).ToDictionary(it => it.Id, it => it.Text);

    private sealed record Row(Guid Id, Guid Inquiry, string Text);
}
