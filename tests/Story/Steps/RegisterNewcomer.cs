using System.Text;

namespace Mamis.Story.Steps;

/// <summary>2. Somebody without a postcard registers with the licence, is in at once, and becomes a member of a county.</summary>
public static class RegisterNewcomer
{
    public static async Task Tell(Scene scene, CancellationToken cancellation)
    {
        await scene.Narrator.Chapter("2. A physician whom nobody knows registers with the licence");
        var newcomer = scene.Cast.Newcomer;
        var actor = scene.New(newcomer.LicenceNumber);
        var terms = (await actor.Get("/api/identity/terms/current", cancellation)).Text("version");
        await Register(newcomer, actor, terms, cancellation);
        await actor.LogIn(newcomer.EmailAtLogin, Password(newcomer), cancellation);
        await scene.Sees(actor, "/my-page", newcomer.LicenceNumber, cancellation);
        await RecoverPassword.Tell(scene, newcomer, actor, $"another-horse-{newcomer.LicenceNumber}-battery", cancellation);
        var application = await Draft(scene, actor, cancellation);
        await HandIn(scene, actor, application, waits: true, cancellation);

        await Confirm(scene, newcomer, cancellation);
        await HandIn(scene, actor, application, waits: false, cancellation);

        var county = await scene.Staff("county-staff", "13-001", cancellation);
        await county.Post("/api/identity/memberships", new { licenceNumber = newcomer.LicenceNumber, birthDate = newcomer.BirthDate, since = scene.Today }, cancellation);
        var steps = (await actor.Get("/api/identity/physicians/me/standings", cancellation)).List("steps");
        await scene.Narrator.Expect("the county has taken the physician in", "joined", steps.First().Text("change"));
    }

    private static async Task Register(Person newcomer, Actor actor, string terms, CancellationToken cancellation) => await actor.PostForm(
        "/api/identity/registrations",
        new()
        {
            ["licenceNumber"] = newcomer.LicenceNumber,
            ["familyName"] = newcomer.FamilyName,
            ["givenName"] = newcomer.GivenName,
            ["familyNameKana"] = newcomer.FamilyKana,
            ["givenNameKana"] = newcomer.GivenKana,
            ["birthDate"] = $"{newcomer.BirthDate:yyyy-MM-dd}",
            ["email"] = newcomer.EmailAtLogin,
            ["postalCode"] = "100-0001",
            ["address"] = "架空都見本区新1番地",
            ["workplacePrefecture"] = "13",
            ["workplaceName"] = "架空産業",
            ["password"] = Password(newcomer),
            ["termsVersion"] = terms,
        },
        ("licence", [0xff, 0xd8, 0xff, 0xe0, .. Encoding.ASCII.GetBytes("an invented licence")], "licence.jpg"),
        cancellation);

    private static async Task<string> Draft(Scene scene, Actor actor, CancellationToken cancellation)
    {
        var draft = await scene.Patience.Until(
            "the draft of a first application",
            async () => await actor.Post("/api/certification/applications", new { scheme = "occupational", kind = "new" }, cancellation),
            cancellation);
        return $"/api/certification/applications/{draft.Text("id")}";
    }

    /// <summary>Refused either way, for a newcomer has no credits; the reason tells how far the registration is.</summary>
    private static async Task HandIn(Scene scene, Actor actor, string application, bool waits, CancellationToken cancellation)
    {
        await scene.Patience.Until(
            waits ? "the application waiting for the registration" : "the application examined",
            async () =>
            {
                var codes = await actor.Refused(HttpMethod.Post, $"{application}/submission", new { }, cancellation);
                return codes.Contains("REGISTRATION_UNCHECKED") == waits && !codes.Contains("PHYSICIAN_UNKNOWN");
            },
            cancellation);
        await scene.Narrator.Tell(waits ? "nothing is handed in before the licence was compared (A2)" : "from now on applications are examined");
    }

    private static async Task Confirm(Scene scene, Person newcomer, CancellationToken cancellation)
    {
        var prefecture = await scene.Staff("prefecture-staff", "13", cancellation);
        await scene.Sees(prefecture, "/desk/registrations", newcomer.LicenceNumber, cancellation);
        var waiting = (await prefecture.Get("/api/identity/registrations", cancellation)).List("registrations")
            .Single(it => it.Text("licenceNumber") == newcomer.LicenceNumber);
        await prefecture.Post($"/api/identity/registrations/{waiting.Text("physicianId")}/confirmation", new { how = "licence-image" }, cancellation);
        await scene.Narrator.Tell("the prefecture of the workplace has compared the licence");
    }

    private static string Password(Person newcomer) => $"correct-horse-{newcomer.LicenceNumber}-battery";
}
