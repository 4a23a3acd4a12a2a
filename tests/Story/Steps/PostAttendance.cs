using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Mamis.Story.Steps;

/// <summary>4 and 8. The organizer posts 250 rows while the broker is away and the service is killed: the exact set, once.</summary>
public static class PostAttendance
{
    public static async Task Tell(Scene scene, CancellationToken cancellation)
    {
        await scene.Narrator.Chapter("4. The organizer posts 250 attendance rows");
        var organizer = await scene.Machine("demo-organizer", cancellation);
        var path = $"/api/training-credits/trainings/{scene.Training}/attendance";
        var list = List(scene);

        var trial = await scene.Patience.Until(
            "all my-pages known to the ledger",
            async () => await organizer.PostCsv($"{path}?dryRun=true", list, null, cancellation) is { } it && it.Number("credited") == 246 ? it : null,
            cancellation);
        await Compare(scene, trial, "dry run");
        await scene.Narrator.Expect("the dry run stored nothing", 0, await Entries(scene, scene.Cast.Member, cancellation));

        await scene.Narrator.Chapter("8. Meanwhile RabbitMQ is stopped, and the service is killed in the middle");
        await scene.System.Control("stop rabbitmq", cancellation);
        await scene.Narrator.Tell("RabbitMQ is stopped");

        var key = Guid.CreateVersion7().ToString();
        var first = organizer.PostCsv(path, list, key, cancellation);
        await scene.System.Control("kill training-credits", cancellation);
        await scene.Narrator.Tell("the service is killed");
        await Ignore(first);

        var posted = await scene.Patience.Until(
            "the list posted", async () => await organizer.PostCsv(path, list, key, cancellation), cancellation);
        await scene.Narrator.Expect("rows answered", 250, posted.Number("rows"));
        await scene.Narrator.Expect(
            "rows credited, now or before the service died", 246 + 1, posted.Number("credited") + posted.Number("duplicate"));

        await scene.System.Control("start rabbitmq", cancellation);
        await scene.Narrator.Tell("RabbitMQ is started");

        var again = await organizer.PostCsv(path, list, null, cancellation);
        await scene.Narrator.Expect("posting the same list again credits", 0, again.Number("credited"));
        await scene.Narrator.Expect("entries in the member's ledger", 2, await Entries(scene, scene.Cast.Member, cancellation));
    }

    /// <summary>246 good rows, one duplicate, one unknown physician, one wrong name, one malformed row.</summary>
    private static string List(Scene scene)
    {
        var csv = new StringBuilder("licenceNumber,familyName,givenName,birthDate,session,role,mode,attendance\r\n");
        var good = scene.Cast.Physicians.Take(123).ToArray();
        var misnamed = scene.Cast.Physicians[123];

        foreach (var session in new[] { 1, 2 })
        {
            foreach (var it in good)
            {
                Row(csv, it, it.FamilyName, session);
            }
        }

        Row(csv, good[0], good[0].FamilyName, 1);
        csv.Append("999999,架空,不明,1970-01-01,1,attendee,onsite,full\r\n");
        Row(csv, misnamed, "別人", 1);
        csv.Append("not-a-number,架空,壊,1970-13-41,7,guest,onsite,perhaps\r\n");
        return csv.ToString();
    }

    private static void Row(StringBuilder csv, Person it, string family, int session) => csv.Append(
        CultureInfo.InvariantCulture, $"{it.LicenceNumber},{family},{it.GivenName},{it.BirthDate:yyyy-MM-dd},{session},attendee,onsite,full\r\n");

    private static async Task Compare(Scene scene, JsonNode answer, string what)
    {
        await scene.Narrator.Expect($"{what}: rows", 250, answer.Number("rows"));
        await scene.Narrator.Expect($"{what}: credited", 246, answer.Number("credited"));
        await scene.Narrator.Expect($"{what}: duplicate", 1, answer.Number("duplicate"));
        await scene.Narrator.Expect($"{what}: suspended, for nobody active has that number", 1, answer.Number("suspended"));
        await scene.Narrator.Expect($"{what}: refused, a wrong name and a malformed row", 2, answer.Number("refused"));
        await scene.Narrator.Expect($"{what}: a result for every row", 250, answer.List("results").Count());
    }

    private static async Task<int> Entries(Scene scene, Person person, CancellationToken cancellation)
    {
        var ledger = await scene.Patience.Until(
            "the ledger answering",
            async () => await scene.Named(person.LicenceNumber).Get("/api/training-credits/ledgers/me", cancellation),
            cancellation);
        return ledger.List("entries").Count();
    }

    private static async Task Ignore(Task first)
    {
        try
        {
            await first;
        }
        catch (Exception e) when (e is HttpRequestException or StoryDiffersException or IOException)
        {
            // The answer was lost with the service; the same key asks for it again.
        }
    }
}
