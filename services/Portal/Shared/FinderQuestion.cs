using System.Globalization;
using Mamis.Portal.Dates;
using Microsoft.AspNetCore.Http.Extensions;

namespace Mamis.Portal.Shared;

/// <summary>What is asked of the finder, as it stands in the address of the page; the same names as the finder's own.</summary>
public sealed record FinderQuestion(IQueryCollection Query)
{
    /// <summary>The fields of the form, in its order.</summary>
    public static string[] Names { get; } = ["from", "to", "prefecture", "scheme", "category", "item", "mode"];

    private static readonly string[] Choices = ["prefecture", "scheme", "item", "mode", "cursor"];

    public string? this[string name] => Query[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Only trainings that give what the reader still lacks.</summary>
    public bool OnlyMissing => Query["missing"] == "true";

    /// <summary>The question to the finder; a day that cannot be read is noted at its field.</summary>
    public QueryBuilder Ask(IReadOnlyList<string> categories, Mistakes mistakes)
    {
        var question = new QueryBuilder();

        foreach (var name in new[] { "from", "to" })
        {
            switch (JapaneseDate.Read(this[name], out var day))
            {
                case JapaneseDate.Fault.None:
                    question.Add(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                    break;
                case JapaneseDate.Fault.Empty:
                    break;
                case var fault:
                    mistakes.Add(name, $"form.date-{fault}");
                    break;
            }
        }

        foreach (var name in Choices.Where(name => this[name] is not null))
        {
            question.Add(name, this[name] ?? string.Empty);
        }

        question.Add("category", categories);
        return question;
    }

    /// <summary>The address of the next page of the same search.</summary>
    public string Next(Guid cursor) =>
        new QueryBuilder(Query.Where(it => it.Key != "cursor").SelectMany(it => it.Value, (it, value) => KeyValuePair.Create(it.Key, value ?? string.Empty)))
        {
            { "cursor", cursor.ToString() },
        }.ToString();
}
