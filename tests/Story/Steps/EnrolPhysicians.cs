namespace Mamis.Story.Steps;

/// <summary>2. A member, a non-member and 123 others log in with their postcards: their my-pages are active at once.</summary>
public static class EnrolPhysicians
{
    /// <summary>How many of the cast enrol; two rows each give the attendance list of 250.</summary>
    public const int Enrolled = 124;

    public static async Task Tell(Scene scene, CancellationToken cancellation)
    {
        await scene.Narrator.Chapter($"2. {Enrolled} physicians log in with the provisional login and activate their my-page");
        var terms = (await scene.New("somebody").Get("/api/identity/terms/current", cancellation)).Text("version");

        await Enrol(scene, scene.Cast.Member, terms, cancellation);
        await Enrol(scene, scene.Cast.NonMember, terms, cancellation);
        await ShowMyPage(scene, scene.Cast.Member, "13-001", cancellation);
        await ShowMyPage(scene, scene.Cast.NonMember, null, cancellation);
        await TryPostcardAgain(scene, cancellation);

        var others = new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            scene.Cast.Physicians.Take(Enrolled).Skip(2), others, async (person, token) => await Enrol(scene, person, terms, token));
        await scene.Narrator.Tell($"{Enrolled} my-pages are active");
    }

    private static async Task Enrol(Scene scene, Person person, string terms, CancellationToken cancellation)
    {
        var actor = scene.New(person.LicenceNumber);
        var postcard = scene.Postcards[person.LicenceNumber];
        var next = await actor.LogIn(postcard.Login, postcard.Password, cancellation);

        if (next != "first-login")
        {
            throw new StoryDiffersException($"A provisional login should lead to the first login, not to '{next}'.");
        }

        await actor.Post(
            "/api/identity/first-login",
            new
            {
                licenceNumber = person.LicenceNumber,
                birthDate = person.BirthDate,
                termsVersion = terms,
                email = person.EmailAtLogin,
                password = $"correct-horse-{person.LicenceNumber}-battery",
            },
            cancellation);
    }

    private static async Task ShowMyPage(Scene scene, Person person, string? county, CancellationToken cancellation)
    {
        var actor = scene.Named(person.LicenceNumber);
        var page = await actor.Get("/api/identity/physicians/me", cancellation);
        await scene.Narrator.Expect("register number on the my-page", person.LicenceNumber, page.Text("licenceNumber"));
        await scene.Narrator.Expect("county of the member, none for the non-member", county, page?["standing"]?["county"]?.GetValue<string>());

        await scene.Patience.Until(
            "the certificate of the old system on the my-page",
            async () => (await actor.Get("/api/certification/certificates?mine=true", cancellation))?["certificates"]?.AsArray().Count == 1,
            cancellation);
        await scene.Narrator.Tell("the certificate taken over from the old system is there");
        await scene.Sees(actor, "/my-page", person.CertificateNumber, cancellation);
    }

    private static async Task TryPostcardAgain(Scene scene, CancellationToken cancellation)
    {
        var postcard = scene.Postcards[scene.Cast.Member.LicenceNumber];
        using var thief = new Actor("a finder of the postcard", scene.System.Gateway);
        var codes = await thief.Refused(HttpMethod.Post, "/session", new { login = postcard.Login, password = postcard.Password }, cancellation);
        await scene.Narrator.Expect("a used postcard", "LOGIN_FAILED", codes.Single());
    }
}
