using System.Globalization;
using System.Text.Json.Nodes;

namespace Mamis.Portal.Pages.Simulator;

/// <summary>A worked case with what the reader changed in it; fields are named by their place in the case, as the service names them.</summary>
/// <param name="worked">As the service gave it; unchanged.</param>
public sealed class CaseForm(JsonObject worked, IQueryCollection typed)
{
    /// <summary>What is so or not of the person who applies.</summary>
    public static readonly string[] Facts =
        ["member", "myPage", "licenseImage", "pendingApplication", "basicCreditsUsedBefore", "practiceProof", "specialReason"];

    /// <summary>What replaces the credits, and what is so or not of it.</summary>
    public static readonly (string Name, string[] Facts)[] Replacements = [("completion", ["proofUploaded", "used"]), ("exemption", ["proofUploaded", "usedBefore"])];

    private static readonly string[] Remarks = ["status", "mode", "attendance", "role", "format", "consumed"];

    /// <summary>What a credit is added with.</summary>
    public static readonly string[] OfAdded = ["date", "category", "item", "units", "source", "mode"];

    public string Scheme => Text(worked["certification"]);

    public string Kind => Text(worked["application"]);

    public IReadOnlyList<JsonObject> Credits => [.. (worked["credits"]?.AsArray() ?? []).OfType<JsonObject>()];

    /// <summary>The place of a credit the reader may add.</summary>
    public string Added => Place(Credits.Count);

    public string[] Fields =>
    [
        "asOf", "certificate.validFrom", "certificate.validTo",
        .. Replacements.Select(it => $"applicant.{it.Name}.date"),
        .. Enumerable.Range(0, Credits.Count).SelectMany(i => new[] { $"{Place(i)}.date", $"{Place(i)}.units" }),
        .. OfAdded.Select(part => $"{Added}.{part}"),
    ];

    public bool IsChanged => typed.ContainsKey("changed");

    public static string Place(int credit) => string.Create(CultureInfo.InvariantCulture, $"credits[{credit}]");

    /// <summary>The codes of what is unusual about a credit, to be said as terms.</summary>
    public static IEnumerable<(string Kind, string Value)> RemarksOn(JsonObject credit) =>
        Remarks.Where(credit.ContainsKey).Select(it => (it, Text(credit[it])));

    public static string Text(JsonNode? node) => node?.ToString() ?? string.Empty;

    /// <summary>What the case has at a place.</summary>
    public JsonNode? Given(string path) => path.Split('.').Aggregate((JsonNode?)worked, (node, name) => (node as JsonObject)?[name]);

    /// <summary>A copy of the case, to be changed.</summary>
    public JsonObject Copy() => worked.DeepClone().AsObject();

    public bool IsTicked(string field) => typed.ContainsKey(field);

    public JsonObject? Part(string path) => Given(path) as JsonObject;

    public string Typed(string field) => typed[field].ToString();

    /// <summary>What stands in a field: what was typed, else what the case has.</summary>
    public string Shown(string field, JsonNode? given) => IsChanged ? Typed(field) : Text(given);

    public bool Holds(string field, JsonNode? given) => IsChanged ? typed.ContainsKey(field) : Text(given) is "true" or "completed";
}
