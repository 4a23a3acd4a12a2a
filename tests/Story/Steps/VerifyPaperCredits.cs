namespace Mamis.Story.Steps;

/// <summary>5. The ledgers show the credits; paper credits are declared and verified; the evaluation says what counts and why.</summary>
public static class VerifyPaperCredits
{
    public static async Task Tell(Scene scene, CancellationToken cancellation)
    {
        await scene.Narrator.Chapter("5. Paper credits are declared and verified, and the evaluation explains itself");
        await Tell(scene, scene.Cast.Member, await scene.Staff("county-staff", "13-001", cancellation), cancellation);
        await Tell(scene, scene.Cast.NonMember, await scene.Staff("prefecture-staff", "13", cancellation), cancellation);
    }

    private static async Task Tell(Scene scene, Person person, Actor desk, CancellationToken cancellation)
    {
        var physician = scene.Named(person.LicenceNumber);
        await scene.Narrator.Expect(
            "a paper credit after the cut-over",
            "PAPER_AFTER_CUTOFF",
            (await physician.Refused(HttpMethod.Post, "/api/training-credits/ledgers/me/paper-credits", Paper(new(2025, 4, 1), "life-field", 5), cancellation)).Single());

        foreach (var paper in new[] { Paper(new(2025, 3, 31), "life-field", 5), Paper(new(2024, 6, 9), "life-update", 5), Paper(new(2023, 10, 21), "life-special", 5) })
        {
            var entry = (await physician.Post("/api/training-credits/ledgers/me/paper-credits", paper, cancellation)).Text("entryId");
            await desk.Post(
                $"/api/training-credits/ledgers/{scene.Ids[person.LicenceNumber]}/paper-credits/{entry}/verification", new { }, cancellation);
        }

        var evaluation = await scene.Patience.Until(
            "20 units in the evaluation",
            async () => await physician.Get("/api/certification/evaluations/me?scheme=occupational&kind=renewal", cancellation) is { } it
                && it["eligible"]?.GetValue<bool>() is true ? it : null,
            cancellation);
        await scene.Narrator.Expect("counted units", 20, evaluation["counted"].Number("total"));
        await scene.Narrator.Expect("flags", "PAPER_ORIGINAL_REQUIRED", string.Join(", ", evaluation.List("flags")));
        await scene.Narrator.Expect("credits explained", 5, evaluation.List("credits").Count());
    }

    private static object Paper(DateOnly date, string category, int units) =>
        new { date, category, units, training = $"架空研修 {date:yyyy-MM-dd}" };
}
