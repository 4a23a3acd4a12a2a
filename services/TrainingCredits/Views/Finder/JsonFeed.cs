using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mamis.TrainingCredits.Views.Finder;

/// <summary>Found sessions as JSON Feed 1.1.</summary>
public static class JsonFeed
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(IReadOnlyList<FoundSession> sessions, FeedAddresses addresses) => JsonSerializer.SerializeToUtf8Bytes(
        new Feed("https://jsonfeed.org/version/1.1", FeedWords.Title, addresses.Finder, FeedWords.About, "ja", [.. sessions.Select(it => new Item(
            it.SessionId, addresses.Of(it), it.Title, FeedWords.Describe(it), it.DesignatedAt, [FeedWords.Of(it.Category)]))]),
        Options);

    private sealed record Feed(
        [property: JsonPropertyName("version")] string Version,
        [property: JsonPropertyName("title")] string Title,
        [property: JsonPropertyName("home_page_url")] Uri HomePage,
        [property: JsonPropertyName("description")] string Description,
        [property: JsonPropertyName("language")] string Language,
        [property: JsonPropertyName("items")] IReadOnlyList<Item> Items);

    private sealed record Item(
        [property: JsonPropertyName("id")] Guid Id,
        [property: JsonPropertyName("url")] Uri Address,
        [property: JsonPropertyName("title")] string Title,
        [property: JsonPropertyName("content_text")] string Text,
        [property: JsonPropertyName("date_published")] DateTimeOffset Published,
        [property: JsonPropertyName("tags")] IReadOnlyList<string> Tags);
}
