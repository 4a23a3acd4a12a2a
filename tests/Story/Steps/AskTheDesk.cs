namespace Mamis.Story.Steps;

/// <summary>9. The member prints the certificate, asks the county something, and reads the answer.</summary>
public static class AskTheDesk
{
    public static async Task Tell(Scene scene, CancellationToken cancellation)
    {
        await scene.Narrator.Chapter("9. The member prints the certificate and asks the county");
        var member = scene.Named(scene.Cast.Member.LicenceNumber);
        var certificate = (await member.Get("/api/certification/certificates?mine=true", cancellation)).List("certificates").Single();
        var paper = await member.Download(HttpMethod.Get, $"/api/certification/certificates/{certificate.Text("id")}.pdf", null, cancellation);
        await scene.Narrator.Expect("the certificate comes as a PDF", paper.StartsWith("%PDF-", StringComparison.Ordinal));

        var inquiry = (await member.Post("/api/notifications/inquiries", new { to = "desk", text = "手帳はいつ返却されますか。" }, cancellation)).Text("id");
        var county = await scene.Staff("county-staff", "13-001", cancellation);
        await scene.Sees(county, $"/desk/inquiries/{inquiry}", "手帳はいつ返却されますか。", cancellation);
        await county.Post($"/api/notifications/inquiries/{inquiry}/messages", new { text = "来週お返しします。" }, cancellation);
        await scene.Sees(member, $"/inquiries/{inquiry}", "来週お返しします。", cancellation);
        await scene.Sees(scene.New("anybody"), "/trainings/find", "架空産業医研修会", cancellation);
    }
}
