using System.Collections.Concurrent;
using System.Globalization;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Printing;

namespace Mamis.Notifications.Messaging;

/// <summary>The Japanese texts, from the resources: a template for each kind of notice, its first line the subject.</summary>
public static class Wording
{
    private static readonly ConcurrentDictionary<string, string> Resources = new();

    /// <summary>What a text needs besides the notice itself.</summary>
    /// <param name="Number">Of the certificate; null where the notice is about an application.</param>
    /// <param name="HasMyPage">Who has none is told how to get one, because no application is possible without.</param>
    public sealed record Facts(string Association, string? Number, bool HasMyPage, Uri MyPage);

    public static NoticeText Of(NoticeScheduled notice, Facts facts)
    {
        string Filled(string name) => Template.Fill(Resource($"{name}.ja.txt"), field => ValueOf(field, notice, facts));

        var text = Filled(Codes.Of(notice.Kind));
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var hint = facts.HasMyPage ? string.Empty : $"\n{Filled("my-page-missing")}";

        return new(text[..end].Trim(), $"{text[end..].Trim()}\n{hint}\n{Filled("closing")}");
    }

    /// <summary>The line above the text; the name in it stays out of everything that is kept.</summary>
    public static string GreetingFor(string name) => Template.Fill(Resource("greeting.ja.txt"), _ => name);

    public static string Word(string key) => Template.Word(Resource("words.ja.txt"), key);

    public static string Resource(string name) =>
        Resources.GetOrAdd(name, static it => Template.Read(typeof(Wording).Assembly, it));

    private static string? ValueOf(string field, NoticeScheduled notice, Facts facts) => field switch
    {
        "association" => facts.Association,
        "number" => facts.Number,
        "scheme" => notice.Scheme is { } scheme ? Word(Codes.Of(scheme)) : null,
        "validTo" => notice.ValidTo?.ToString(Word("date"), CultureInfo.InvariantCulture),
        "myPage" => facts.MyPage.ToString(),
        _ => MoreWords.ValueOf(field, notice),
    };
}

/// <summary>What a notice says, below the line that names the physician.</summary>
public sealed record NoticeText(string Subject, string Body);
