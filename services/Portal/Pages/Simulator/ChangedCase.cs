using System.Globalization;
using System.Text.Json.Nodes;
using Mamis.Kernel;
using Mamis.Portal.Dates;
using Mamis.Portal.Shared;

namespace Mamis.Portal.Pages.Simulator;

/// <summary>Reads what the reader changed in a worked case; what cannot be read is noted at its field.</summary>
public sealed class ChangedCase(CaseForm form, Mistakes mistakes)
{
    private static readonly string[] Needed = ["category", "source"];

    /// <summary>The case as the rules are to judge it.</summary>
    public JsonObject Read()
    {
        var it = form.Copy();

        if (!form.IsChanged)
        {
            return it;
        }

        it["asOf"] = Day("asOf");
        ReadApplicant(it["applicant"] as JsonObject ?? []);

        if (it["certificate"] is JsonObject certificate)
        {
            certificate["validFrom"] = Day("certificate.validFrom");
            certificate["validTo"] = Day("certificate.validTo");
        }

        it["credits"] = new JsonArray([.. ReadCredits()]);
        return it;
    }

    private void ReadApplicant(JsonObject applicant)
    {
        foreach (var fact in CaseForm.Facts)
        {
            var holds = form.IsTicked($"applicant.{fact}");
            applicant[fact] = fact == "myPage" ? (holds ? "completed" : "none") : holds;
        }

        foreach (var (name, facts) in CaseForm.Replacements)
        {
            if (applicant[name] is not JsonObject replacement)
            {
                continue;
            }

            foreach (var fact in facts)
            {
                replacement[fact] = form.IsTicked($"applicant.{name}.{fact}");
            }

            if (replacement.ContainsKey("date"))
            {
                replacement["date"] = Day($"applicant.{name}.date");
            }
        }
    }

    private IEnumerable<JsonNode> ReadCredits()
    {
        for (var i = 0; i < form.Credits.Count; i++)
        {
            if (!form.IsTicked($"{CaseForm.Place(i)}.out"))
            {
                var credit = form.Credits[i].DeepClone().AsObject();
                credit["date"] = Day($"{CaseForm.Place(i)}.date");
                credit["units"] = Units($"{CaseForm.Place(i)}.units");
                yield return credit;
            }
        }

        if (form.Typed($"{form.Added}.date").Length > 0 || form.Typed($"{form.Added}.units").Length > 0)
        {
            foreach (var part in Needed.Where(part => form.Typed($"{form.Added}.{part}").Length == 0))
            {
                mistakes.Add($"{form.Added}.{part}", $"simulator.{part}-missing");
            }

            yield return new JsonObject(CaseForm.OfAdded.Where(part => part is not ("date" or "units")).Select(part => KeyValuePair.Create(part, (JsonNode?)Optional($"{form.Added}.{part}"))))
            {
                ["date"] = Day($"{form.Added}.date"),
                ["units"] = Units($"{form.Added}.units"),
                ["trainingId"] = "added",
            };
        }
    }

    private JsonValue? Optional(string field) => form.Typed(field) is { Length: > 0 } text ? JsonValue.Create(text) : null;

    private string? Day(string field)
    {
        if (JapaneseDate.Read(form.Typed(field), out var day) is var fault and not JapaneseDate.Fault.None)
        {
            mistakes.Add(field, $"form.date-{fault}");
            return null;
        }

        return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private int? Units(string field)
    {
        if (int.TryParse(Width.Narrow(form.Typed(field)).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var units) && units is >= 1 and <= 10_000)
        {
            return units;
        }

        mistakes.Add(field, "simulator.units-whole");
        return null;
    }
}
