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
    /// <param name="Desk">Name of the desk it is about; null where it is about none.</param>
    public sealed record Facts(string Association, string? Number, bool HasMyPage, Uri MyPage, string? Desk = null);

    public static NoticeText Of(NoticeScheduled notice, Facts facts) => Of(notice, facts, Shipped(notice.Kind));

    /// <summary>The same in words of one's own; greeting, hint and closing stay the shipped ones.</summary>
    public static NoticeText Of(NoticeScheduled notice, Facts facts, TemplateText words)
    {
        string Filled(string text) => Template.Fill(text, field => ValueOf(field, notice, facts));

        var hint = facts.HasMyPage ? string.Empty : $"\n{Filled(Resource("my-page-missing.ja.txt"))}";

        return new(Filled(words.Subject), $"{Filled(words.Text)}\n{hint}\n{Filled(Resource("closing.ja.txt"))}");
    }

    /// <summary>The words of a kind that came with the system.</summary>
    public static TemplateText Shipped(NoticeKind kind)
    {
        var text = Resource($"{Codes.Of(kind)}.ja.txt");
        var end = text.IndexOf('\n', StringComparison.Ordinal);

        return TemplateText.Read(text[..end], text[end..]);
    }

    /// <summary>The line above the text; the name in it stays out of everything that is kept.</summary>
    public static string GreetingFor(string name) => Template.Fill(Resource("greeting.ja.txt"), _ => name);

    /// <summary>The same line to an organisation, whose staff is addressed without a name.</summary>
    public static string GreetingForStaff() => Resource("greeting-staff.ja.txt");

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
        "page" => OrganisationWords.PageOf(notice, facts.MyPage).ToString(),
        "desk" => facts.Desk,
        _ => MoreWords.ValueOf(field, notice),
    };
}

/// <summary>What a notice says, below the line that names the physician.</summary>
/// <param name="Version">Of the words it was made from.</param>
public sealed record NoticeText(string Subject, string Body, int Version = NoticeTemplate.Shipped);
