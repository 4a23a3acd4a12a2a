using System.Text;
using System.Text.Json.Nodes;

namespace Mamis.Story.Steps;

/// <summary>6. Both apply for renewal over their desks; one is sent back once; the new terms follow rule V2.</summary>
public static class RenewCertificates
{
    public static async Task Tell(Scene scene, CancellationToken cancellation)
    {
        await scene.Narrator.Chapter("6. The member renews over county, prefecture and JMA");
        var county = await scene.Staff("county-staff", "13-001", cancellation);
        var prefecture = await scene.Staff("prefecture-staff", "13", cancellation);
        var jma = await scene.Staff("jma-staff", null, cancellation);
        await Renew(scene, scene.Cast.Member, county, [county, prefecture, jma], returned: false, cancellation);

        await scene.Narrator.Chapter("6. The non-member renews over the prefecture of the workplace and the JMA, sent back once");
        await Renew(scene, scene.Cast.NonMember, prefecture, [prefecture, jma], returned: true, cancellation);
    }

    private static async Task Renew(
        Scene scene, Person person, Actor first, IReadOnlyList<Actor> desks, bool returned, CancellationToken cancellation)
    {
        var physician = scene.Named(person.LicenceNumber);
        var path = $"/api/certification/applications/{await Draft(scene, person, physician, cancellation)}";
        await Submit(scene, physician, path, cancellation);

        if (returned)
        {
            await first.Post($"{path}/returns", new { reasons = new[] { new { item = "licence-image", text = "画像が不鮮明です。" } } }, cancellation);
            await scene.Narrator.Expect("status after sending back", "returned", (await physician.Get(path, cancellation)).Text("status"));
            await Submit(scene, physician, path, cancellation);
        }

        var blocked = await first.Refused(HttpMethod.Post, $"{path}/approvals", new { }, cancellation);
        await scene.Narrator.Expect(
            "without fee and originals the first desk", "FEE_UNPAID, PAPER_ORIGINAL_NOT_RECEIVED", string.Join(", ", blocked));
        await first.Post($"{path}/fee-receipts", new { amount = 10_000, receivedOn = scene.Today }, cancellation);
        await first.Post($"{path}/original-receipts", new { receivedOn = scene.Today }, cancellation);

        foreach (var desk in desks)
        {
            await scene.Sees(desk, $"/desk/cases/{path.Split('/')[^1]}", person.LicenceNumber, cancellation);
            await desk.Post($"{path}/approvals", new { }, cancellation);
            await scene.Narrator.Tell($"approved by {desk.Name.Trim()}");
        }

        await ShowNewTerm(scene, person, physician, cancellation);
    }

    private static async Task<string> Draft(Scene scene, Person person, Actor physician, CancellationToken cancellation)
    {
        var draft = await physician.Post("/api/certification/applications", new { scheme = "occupational", kind = "renewal" }, cancellation);
        var id = draft.Text("id");

        if (person.County is null)
        {
            var codes = await physician.Refused(HttpMethod.Post, $"/api/certification/applications/{id}/submission", new { }, cancellation);
            await scene.Narrator.Expect("a non-member without licence image", "LICENSE_IMAGE_MISSING", string.Join(", ", codes));
            await physician.PostFile($"/api/certification/applications/{id}/documents", "licence-image", LicenceImage(), "licence.pdf", "application/pdf", cancellation);
        }

        return id;
    }

    private static async Task Submit(Scene scene, Actor physician, string path, CancellationToken cancellation)
    {
        var receipt = await physician.Post($"{path}/submission", new { }, cancellation);
        await scene.Narrator.Expect("a receipt number", !string.IsNullOrEmpty(receipt.Text("receiptNumber")));
        await scene.Patience.Until(
            "the ledger setting the credits aside",
            async () => (await physician.Get(path, cancellation)).Text("status") == "at-desk",
            cancellation);
        await scene.Narrator.Tell("the ledger has set the credits aside; the application is at its desk");
    }

    private static async Task ShowNewTerm(Scene scene, Person person, Actor physician, CancellationToken cancellation)
    {
        var certificate = await scene.Patience.Until(
            "the new term",
            async () => (await physician.Get("/api/certification/certificates?mine=true", cancellation)).List("certificates")
                .FirstOrDefault(it => it.Text("validTo") == $"{person.ValidTo.AddYears(5):yyyy-MM-dd}"),
            cancellation);
        await scene.Narrator.Expect("the new term begins the day after the old one (V2)", $"{person.ValidTo.AddDays(1):yyyy-MM-dd}", certificate.Text("validFrom"));
        await scene.Sees(physician, "/my-page", $"{person.ValidTo.AddYears(5):yyyy年M月d日}", cancellation);
        await scene.Narrator.Expect("the number stays", person.CertificateNumber, certificate.Text("number"));

        JsonNode[] spent = await scene.Patience.Until(
            "the credits being spent",
            async () => (await physician.Get("/api/training-credits/ledgers/me", cancellation)).List("entries").ToArray() is { } entries
                && entries.All(it => it.Text("status") == "spent") ? entries : null,
            cancellation);
        await scene.Narrator.Expect("credits spent", 5, spent.Length);

        var verification = await scene.New("anybody").Get($"/verify/{person.CertificateNumber}", cancellation);
        await scene.Narrator.Expect("anybody can verify it", $"{person.ValidTo.AddYears(5):yyyy-MM-dd}", verification.Text("validTo"));
    }

    /// <summary>A small PDF with one empty page.</summary>
    private static byte[] LicenceImage() => Encoding.ASCII.GetBytes(
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF
        """);
}
