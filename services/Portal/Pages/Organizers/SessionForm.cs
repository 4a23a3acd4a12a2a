using System.Globalization;
using Mamis.Kernel;
using Mamis.Portal.Dates;
using Mamis.Portal.Gateway;
using Mamis.Portal.Shared;

namespace Mamis.Portal.Pages.Organizers;

/// <summary>A session as it was typed, part by part, whatever is wrong with it.</summary>
public sealed record SessionForm(IReadOnlyDictionary<string, string> Parts)
{
    /// <summary>The parts of a session, by the names of the API.</summary>
    public static string[] Names { get; } =
        ["title", "date", "start", "end", "place", "mode", "category", "item", "secondCategory", "units", "topic", "capacity", "format"];

    private static readonly string[] Needed = ["title", "place", "mode", "category"];

    /// <summary>What sessions of one training usually share.</summary>
    private static readonly string[] Shared = ["date", "place", "mode", "category"];

    public static SessionForm Empty { get; } = new(new Dictionary<string, string> { ["mode"] = "onsite" });

    public string this[string part] => Parts.GetValueOrDefault(part, string.Empty);

    public static SessionForm Of(TrainingSession it) => new(new Dictionary<string, string?>
    {
        ["title"] = it.Title,
        ["date"] = it.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["start"] = JapaneseTime.Show(it.Start),
        ["end"] = JapaneseTime.Show(it.End),
        ["place"] = it.Place,
        ["mode"] = it.Mode,
        ["category"] = it.Category,
        ["item"] = it.Item,
        ["secondCategory"] = it.SecondCategory,
        ["units"] = it.Units.ToString(CultureInfo.InvariantCulture),
        ["topic"] = it.Topic,
        ["capacity"] = it.Capacity?.ToString(CultureInfo.InvariantCulture),
        ["format"] = it.Format,
    }.ToDictionary(part => part.Key, part => part.Value ?? string.Empty));

    public static SessionForm Typed(IFormCollection form, string at) =>
        new(Names.ToDictionary(part => part, part => form[$"{at}.{part}"].ToString()));

    /// <summary>Another session of the same day and place.</summary>
    public SessionForm Next() => new(Shared.ToDictionary(part => part, part => this[part]));

    /// <summary>The session as the API takes it; what cannot be read is noted at its field.</summary>
    public object Read(string at, Mistakes mistakes)
    {
        foreach (var part in Needed.Where(part => string.IsNullOrWhiteSpace(this[part])))
        {
            mistakes.Add($"{at}.{part}", $"plan.{part}-missing");
        }

        var (start, end) = (Time(at, "start", mistakes), Time(at, "end", mistakes));

        if (start >= end)
        {
            mistakes.Add($"{at}.end", "plan.end-too-early");
        }

        return new
        {
            title = this["title"].Trim(),
            date = Day(at, mistakes),
            start = start is { } from ? JapaneseTime.Show(from) : null,
            end = end is { } to ? JapaneseTime.Show(to) : null,
            place = this["place"].Trim(),
            mode = this["mode"],
            category = this["category"],
            item = Optional("item"),
            secondCategory = Optional("secondCategory"),
            units = Whole(at, "units", mistakes),
            topic = Optional("topic"),
            capacity = Optional("capacity") is null ? null : Whole(at, "capacity", mistakes),
            format = Optional("format"),
        };
    }

    private string? Optional(string part) => string.IsNullOrWhiteSpace(this[part]) ? null : this[part].Trim();

    private DateOnly? Day(string at, Mistakes mistakes)
    {
        var fault = JapaneseDate.Read(this["date"], out var day);

        if (fault is JapaneseDate.Fault.None)
        {
            return day;
        }

        mistakes.Add($"{at}.date", $"form.date-{fault}");
        return null;
    }

    private TimeOnly? Time(string at, string part, Mistakes mistakes)
    {
        var time = JapaneseTime.Read(this[part]);

        if (time is null)
        {
            mistakes.Add($"{at}.{part}", "plan.no-time");
        }

        return time;
    }

    private int? Whole(string at, string part, Mistakes mistakes)
    {
        if (int.TryParse(Width.Narrow(this[part]).Trim(), CultureInfo.InvariantCulture, out var number) && number >= 1)
        {
            return number;
        }

        mistakes.Add($"{at}.{part}", "plan.no-number");
        return null;
    }
}
