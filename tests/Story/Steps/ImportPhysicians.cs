using System.Text.Json.Nodes;

namespace Mamis.Story.Steps;

/// <summary>1. JMA staff import 300 invented physicians; postcards come out as a batch.</summary>
public static class ImportPhysicians
{
    public static async Task Tell(Scene scene, CancellationToken cancellation)
    {
        await scene.Narrator.Chapter("1. JMA staff import 300 physicians, and postcards come out");
        var jma = await scene.Staff("jma-staff", null, cancellation);

        var trial = await jma.PostCsv("/api/identity/imports/physicians?dryRun=true", scene.Cast.ImportFile(), null, cancellation);
        await scene.Narrator.Expect("a dry run would add", 300, trial.Number("new"));

        var import = await jma.PostCsv("/api/identity/imports/physicians", scene.Cast.ImportFile(), null, cancellation);
        await scene.Narrator.Expect("rows", 300, import.Number("rows"));
        await scene.Narrator.Expect("new physicians", 300, import.Number("new"));

        foreach (var row in import.List("results"))
        {
            scene.Ids[row.Text("licenceNumber")] = Guid.Parse(row.Text("physicianId"));
        }

        var again = await jma.PostCsv("/api/identity/imports/physicians", scene.Cast.ImportFile(), null, cancellation);
        await scene.Narrator.Expect("unchanged when imported again", 300, again.Number("unchanged"));

        var batch = await jma.Download(HttpMethod.Post, "/api/identity/postcard-batches", new { }, cancellation);
        TakePostcards(scene, batch);
        await scene.Narrator.Expect(
            "every imported physician has a postcard", scene.Cast.Physicians.All(it => scene.Postcards.ContainsKey(it.LicenceNumber)));
    }

    private static void TakePostcards(Scene scene, string csv)
    {
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var columns = lines[0].TrimStart('\ufeff').Split(',');
        var (licence, login, password) = (
            Array.IndexOf(columns, "licenceNumber"), Array.IndexOf(columns, "login"), Array.IndexOf(columns, "password"));

        foreach (var line in lines.Skip(1))
        {
            var cells = line.Split(',');
            scene.Postcards[cells[licence]] = new Postcard(cells[login], cells[password]);
        }
    }
}

/// <summary>Reads answers; a missing field is a difference.</summary>
public static class Answers
{
    public static int Number(this JsonNode? node, string name) => node.Field(name).GetValue<int>();

    public static string Text(this JsonNode? node, string name) => node.Field(name).GetValue<string>();

    public static IEnumerable<JsonNode> List(this JsonNode? node, string name) => node.Field(name).AsArray().OfType<JsonNode>();

    private static JsonNode Field(this JsonNode? node, string name) =>
        node?[name] ?? throw new StoryDiffersException($"The answer has no '{name}': {node?.ToJsonString()}");
}
