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

        await Run(scene, scheduler, scene.Today, cancellation);
        await Letter(scene, cancellation);
        await Run(scene, scheduler, end.AddYears(-1), cancellation);
        await Run(scene, scheduler, end.AddMonths(-4), cancellation);

        await Inbox(scene, scene.Cast.Member, end, cancellation);
        await Inbox(scene, scene.Cast.NonMember, end, cancellation);
        await DeskList(scene, await scene.Staff("county-staff", "13-001", cancellation), scene.Cast.Member, end, cancellation);
        await DeskList(scene, await scene.Staff("prefecture-staff", "13", cancellation), scene.Cast.NonMember, end, cancellation);
        await Mail(scene, scene.Cast.Member, cancellation);
        await Mail(scene, scene.Cast.NonMember, cancellation);
    }

    private static async Task Run(Scene scene, Actor scheduler, DateOnly asOf, CancellationToken cancellation)
    {
        var first = await scene.Patience.Until(
            $"a run for {asOf:yyyy-MM-dd} that finds the terms",
            async () => await scheduler.Post("/api/notifications/renewal-runs", new { asOf }, cancellation) is { } it
                && it.Number("created") + it.Number("existing") > 0 ? it : null,
            cancellation);
        await scene.Narrator.Tell($"run for {asOf:yyyy-MM-dd}: {first.Number("created")} notices");
        var second = await scheduler.Post("/api/notifications/renewal-runs", new { asOf }, cancellation);
        await scene.Narrator.Expect("a second run adds", 0, second.Number("created"));
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
        .. answer.List("notices")
            .Where(it => it["validTo"]?.GetValue<string>() == $"{end:yyyy-MM-dd}" && it.Text("state") == "sent")
            .Select(it => it.Text("kind")),
    ];

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
