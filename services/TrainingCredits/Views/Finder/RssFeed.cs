using System.Globalization;
using System.Xml.Linq;

namespace Mamis.TrainingCredits.Views.Finder;

/// <summary>Found sessions as RSS 2.0.</summary>
public static class RssFeed
{
    public static byte[] Of(IReadOnlyList<FoundSession> sessions, FeedAddresses addresses)
    {
        var channel = new XElement(
            "channel",
            new XElement("title", FeedWords.Title),
            new XElement("link", addresses.Finder),
            new XElement("description", FeedWords.About),
            new XElement("language", "ja"),
            sessions.Select(it => new XElement(
                "item",
                new XElement("title", it.Title),
                new XElement("link", addresses.Of(it)),
                new XElement("description", FeedWords.Describe(it)),
                new XElement("category", FeedWords.Of(it.Category)),
                new XElement("guid", new XAttribute("isPermaLink", "false"), it.SessionId),
                new XElement("pubDate", it.DesignatedAt.ToString("r", CultureInfo.InvariantCulture)))));

        using var bytes = new MemoryStream();
        new XDocument(new XElement("rss", new XAttribute("version", "2.0"), channel)).Save(bytes);
        return bytes.ToArray();
    }
}
