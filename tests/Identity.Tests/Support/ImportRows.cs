namespace Mamis.Identity.Tests.Support;

/// <summary>Import files of invented people, one right row each and what a test changes in it.</summary>
internal static class ImportRows
{
    private static int _next = 1_000_000;

    /// <summary>A register number that no other test uses.</summary>
    public static string NewNumber() => $"{Interlocked.Increment(ref _next)}";

    public static string File(params IEnumerable<Dictionary<string, string>> rows) =>
        string.Concat(rows.Select(it => $"{string.Join(',', it.Values)}\n").Prepend($"{string.Join(',', Invented.Fields().Keys)}\n"));

    public static Dictionary<string, string> Member(string number) => With(new() { ["licenceNumber"] = number, ["email"] = $"p{number}@example.invalid" });

    public static Dictionary<string, string> NonMember(string number) => With(new()
    {
        ["licenceNumber"] = number,
        ["email"] = "",
        ["county"] = "",
        ["prefecture"] = "",
        ["jma"] = "false",
        ["workplacePrefecture"] = "13",
    });

    public static Dictionary<string, string> With(Dictionary<string, string> other) =>
        Invented.Fields().ToDictionary(it => it.Key, it => other.GetValueOrDefault(it.Key, it.Value));
}
