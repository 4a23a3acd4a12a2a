using System.Net;

namespace Mamis.Printing;

/// <summary>Markup that may stand in a page: text becomes it by being encoded, so that a name is never taken for markup.</summary>
public readonly record struct Html
{
    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    public override string ToString() => _markup ?? string.Empty;

    public static implicit operator Html(string? text) => new(WebUtility.HtmlEncode(text) ?? string.Empty);

    /// <summary>A template of our own, filled with values that are markup already.</summary>
    public static Html Of(string template, Func<string, Html> valueOf) => new(Template.Fill(template, name => valueOf(name).ToString()));

    /// <summary>Several pieces after each other.</summary>
    public static Html Of(params IEnumerable<Html> parts) => new(string.Concat(parts));

    /// <summary>A picture that a library drew from data, without a word of anybody's in it.</summary>
    internal static Html Drawn(string svg) => new(svg);
}
