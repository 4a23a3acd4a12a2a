using System.Text.Json.Nodes;

namespace Mamis.Story.Steps;

/// <summary>7. The scheduler starts renewal runs one year and four months before the new terms end; a second run adds none.</summary>
public static class SendNotices
{
    public static async Task Tell(Scene scene, CancellationToken cancellation)
    {
        await scene.Narrator.Chapter("7. The scheduler sends the notices of the next renewal");
        var scheduler = await scene.Machine("demo-scheduler", cancellation);
        var end = scene.Cast.Member.ValidTo.AddYears(5);

        await Run(scene, scheduler, scene.Today, () => Task.FromResult(true), cancellation);
        await Letter(scene, cancellation);
        await Run(scene, scheduler, end.AddYears(-1), () => AreTold(scene, "one-year", end, cancellation), cancellation);
        await Run(scene, scheduler, end.AddMonths(-4), () => AreTold(scene, "four-months", end, cancellation), cancellation);

        await Inbox(scene, scene.Cast.Member, end, cancellation);
        await Inbox(scene, scene.Cast.NonMember, end, cancellation);
        await DeskList(scene, await scene.Staff("county-staff", "13-001", cancellation), scene.Cast.Member, end, cancellation);
        await DeskList(scene, await scene.Staff("prefecture-staff", "13", cancellation), scene.Cast.NonMember, end, cancellation);
        await Mail(scene, scene.Cast.Member, cancellation);
        await Mail(scene, scene.Cast.NonMember, cancellation);
    }

    /// <summary>Runs until the terms that were granted a moment ago have been heard of, as the daily runs of later days would.</summary>
    private static async Task Run(Scene scene, Actor scheduler, DateOnly asOf, Func<Task<bool>> isTold, CancellationToken cancellation)
    {
        var created = 0;
        await scene.Patience.Until(
            $"a run for {asOf:yyyy-MM-dd} that finds the terms",
            async () =>
            {
                var run = await scheduler.Post("/api/notifications/renewal-runs", new { asOf }, cancellation);
                created += run.Number("created");
                return run.Number("created") + run.Number("existing") > 0 && await isTold();
            },
            cancellation);
        await scene.Narrator.Tell($"run for {asOf:yyyy-MM-dd}: {created} notices");
        var second = await scheduler.Post("/api/notifications/renewal-runs", new { asOf }, cancellation);
        await scene.Narrator.Expect("a second run adds", 0, second.Number("created"));
    }

    private static async Task<bool> AreTold(Scene scene, string kind, DateOnly end, CancellationToken cancellation)
    {
        var inboxes = await Task.WhenAll(new[] { scene.Cast.Member, scene.Cast.NonMember }.Select(
            it => scene.Named(it.LicenceNumber).Get("/api/notifications/notices?mine=true", cancellation)));

        return Array.TrueForAll(inboxes, it => Notices(it, end).Any(notice => notice.Text("kind") == kind));
    }

    private static async Task Inbox(Scene scene, Person person, DateOnly end, CancellationToken cancellation)
    {
        var physician = scene.Named(person.LicenceNumber);
        var kinds = await scene.Patience.Until(
            "both notices and the warning of missing credits in the inbox, sent",
            async () => Kinds(await physician.Get("/api/notifications/notices?mine=true", cancellation), end) is { } it
                && it.Contains("one-year") && it.Contains("four-months") && it.Contains("missing-at-twelve") ? it : null,
            cancellation);
        await scene.Narrator.Tell($"inbox of {person.LicenceNumber}: {string.Join(", ", kinds.Order())}");
        await scene.Sees(physician, "/inbox", $"{end:yyyy年M月d日}", cancellation);
    }

    private static string[] Kinds(JsonNode? answer, DateOnly end) =>
    [
        .. Notices(answer, end).Where(it => it.Text("state") == "sent").Select(it => it.Text("kind")),
    ];

    private static IEnumerable<JsonNode> Notices(JsonNode? answer, DateOnly end) =>
        answer.List("notices").Where(it => it["validTo"]?.GetValue<string>() == $"{end:yyyy-MM-dd}");

    private static async Task DeskList(Scene scene, Actor desk, Person person, DateOnly end, CancellationToken cancellation)
    {
        var list = await desk.Get($"/api/notifications/renewal-lists?asOf={end.AddMonths(-4):yyyy-MM-dd}", cancellation);
        var listed = list.List("physicians").Any(it => it.Text("physicianId") == scene.Ids[person.LicenceNumber].ToString());
        await scene.Narrator.Expect($"on the list of {desk.Name.Trim()}", listed);
    }

    private static async Task Mail(Scene scene, Person person, CancellationToken cancellation)
    {
        using var mails = new Mailbox(scene.System.Mailbox);
        await scene.Patience.Until(
            "the mails in the mailbox",
            async () => (await mails.To(person.EmailAtLogin, "の有効期限まで１年です", cancellation)).Count > 0
                && (await mails.To(person.EmailAtLogin, "更新手続きのご案内", cancellation)).Count > 0,
            cancellation);
        await scene.Narrator.Tell($"the SMTP server has the mails to {person.LicenceNumber}");
    }

    private static async Task Letter(Scene scene, CancellationToken cancellation)
    {
        var jma = await scene.Staff("jma-staff", null, cancellation);
        var id = scene.Ids[scene.Cast.WithoutEmail.LicenceNumber].ToString();
        await scene.Patience.Until(
            "a letter for who has no e-mail",
            async () => (await jma.Get("/api/notifications/letters", cancellation)).List("letters").Any(it => it.Text("physicianId") == id),
            cancellation);
        await scene.Narrator.Tell("who has no e-mail gets a letter");
    }
}
