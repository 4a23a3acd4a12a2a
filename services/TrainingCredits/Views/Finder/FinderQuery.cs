using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Features;
using Microsoft.AspNetCore.Mvc;

namespace Mamis.TrainingCredits.Views.Finder;

/// <summary>What anybody may ask the finder for, as it stands in the address; every value that cannot be used is named at once.</summary>
/// <param name="From">First day, today when nothing is said.</param>
/// <param name="To">Last day, a year after the first when nothing is said.</param>
/// <param name="Prefecture">Two digits.</param>
/// <param name="Scheme"><c>occupational</c> or <c>sports</c>.</param>
/// <param name="Category">One or several; a session that is designated twice is found by either.</param>
/// <param name="Item">Item of early training, or subject of the sports course.</param>
/// <param name="Mode"><c>onsite</c> or <c>web</c>.</param>
/// <param name="Cursor"><c>next</c> of the page before.</param>
public sealed record FinderQuery(
    [FromQuery(Name = "from")] string? From = null,
    [FromQuery(Name = "to")] string? To = null,
    [FromQuery(Name = "prefecture")] string? Prefecture = null,
    [FromQuery(Name = "scheme")] string? Scheme = null,
    [FromQuery(Name = "category")] string[]? Category = null,
    [FromQuery(Name = "item")] string? Item = null,
    [FromQuery(Name = "mode")] string? Mode = null,
    [FromQuery(Name = "cursor")] string? Cursor = null)
{
    private const int MostYears = 2;

    public FinderSearch Read(Fields fields, DateOnly today)
    {
        var from = Given(From) is { } first ? fields.Day("from", first) : today;
        var to = Given(To) is { } last ? fields.Day("to", last) : from.YearsAfter(1);
        var scheme = fields.OptionalChoice<Scheme>("scheme", Given(Scheme));
        var categories = (Category ?? []).Select(Given).OfType<string>().Distinct().Select(it => fields.Choice<Category>("category", it)).ToArray();
        Guid? cursor = Guid.TryParse(Cursor, out var id) ? id : null;

        fields.Require(fields.Faults.Count > 0 || (from <= to && to <= from.YearsAfter(MostYears)), "to", $"Not before from, and at most {MostYears} years after it.");
        fields.Require(Given(Prefecture) is null || Association.IsPrefecture(Prefecture), "prefecture", "Two digits from 01 to 47.");
        fields.Require(Given(Item) is not { } item || Enum.GetValues<Category>().Any(it => Items.Belongs(item, it)), "item", "An item of early training or a subject from S01 to S25.");
        fields.Require(Given(Cursor) is null || cursor is not null, "cursor", "The value of next in the page before.");

        return new(from, to, Given(Prefecture), Codes(scheme, categories), Given(Item), fields.OptionalChoice<Mode>("mode", Given(Mode))?.ToString(), cursor);
    }

    /// <summary>An empty field of a form asks for nothing.</summary>
    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Null when every category will do.</summary>
    private static string[]? Codes(Scheme? scheme, Category[] categories) => (scheme, categories) switch
    {
        (null, []) => null,
        (null, _) => [.. categories.Select(it => it.ToString())],
        ({ } one, []) => [.. Enum.GetValues<Category>().Where(it => it.Scheme() == one).Select(it => it.ToString())],
        ({ } one, _) => [.. categories.Where(it => it.Scheme() == one).Select(it => it.ToString())],
    };
}

/// <summary>A search that can be run.</summary>
/// <param name="Categories">By their names in the table; null for all.</param>
public sealed record FinderSearch(
    DateOnly From, DateOnly To, string? Prefecture, string[]? Categories, string? Item, string? Mode, Guid? Cursor);
