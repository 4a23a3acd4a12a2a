namespace Mamis.Story.Steps;

/// <summary>3. An organizer drafts a training with an update and a special session; the prefecture approves, the JMA designates.</summary>
public static class DesignateTraining
{
    public static async Task Tell(Scene scene, CancellationToken cancellation)
    {
        await scene.Narrator.Chapter("3. A training is drafted, approved and designated");
        var organizer = await scene.Staff("organizer", null, cancellation);
        var prefecture = await scene.Staff("prefecture-staff", "13", cancellation);
        var jma = await scene.Staff("jma-staff", null, cancellation);

        var draft = await organizer.Post("/api/training-credits/trainings", Draft(scene.Today), cancellation);
        scene.Training = Guid.Parse(draft.Text("id"));
        var path = $"/api/training-credits/trainings/{scene.Training}";

        await organizer.Post($"{path}/request", new { }, cancellation);
        await scene.Narrator.Expect(
            "the JMA cannot designate before the prefecture approved",
            "TRAINING_NOT_APPROVED", (await jma.Refused(HttpMethod.Post, $"{path}/designation", new { }, cancellation)).Single());

        await prefecture.Post($"{path}/approval", new { }, cancellation);
        await jma.Post($"{path}/designation", new { }, cancellation);

        var training = await organizer.Get(path, cancellation);
        await scene.Narrator.Expect("status of the training", "designated", training.Text("status"));
        await scene.Narrator.Expect("sessions", 2, training.List("sessions").Count());
    }

    private static object Draft(DateOnly day) => new
    {
        title = "架空産業医研修会",
        prefecture = "13",
        sessions = new[]
        {
            Session("最近の法改正", day, "00:00", "03:00", "life-update", 3),
            Session("職場のメンタルヘルス", day, "03:00", "05:00", "life-special", 2),
        },
    };

    private static object Session(string title, DateOnly day, string start, string end, string category, int units) => new
    {
        title,
        date = day,
        start,
        end,
        place = "架空会館",
        mode = "onsite",
        category,
        units,
        capacity = 300,
    };
}
