using System.Globalization;
using System.Resources;

namespace Mamis.Portal;

/// <summary>Everything people read, found by key: pages, terms of the domain, and what each code means and asks for.</summary>
public static class Words
{
    private static readonly ResourceManager[] Books =
        [Book("Pages"), Book("Forms"), Book("Terms"), Book("Codes"), Book("Cases")];

    /// <summary>The text of a key; an unknown key shows itself, so that nothing ever breaks a page.</summary>
    public static string Say(string key, params ReadOnlySpan<object?> values)
    {
        var text = Find(key) ?? key;
        return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }

    /// <summary>The word for a value of the domain: <c>category.life-update</c>.</summary>
    public static string Term(string kind, string? value) => string.IsNullOrEmpty(value) ? string.Empty : Say($"{kind}.{value}");

    /// <summary>What a reason code or flag means and what to do about it.</summary>
    public static string Explain(string code) => Find(code) ?? Say("code.unknown", code);

    public static string? Find(string key) =>
        Books.Select(it => it.GetString(key, CultureInfo.InvariantCulture)).FirstOrDefault(it => it is not null);

    private static ResourceManager Book(string name) => new($"Mamis.Portal.Words.{name}", typeof(Words).Assembly);
}
