namespace Mamis.Story.Steps;

/// <summary>Who registered proves the address with the code of the mail, loses the password, and gets in again with another code.</summary>
public static class RecoverPassword
{
    public static async Task Tell(Scene scene, Person person, Actor actor, string next, CancellationToken cancellation)
    {
        using var mails = new Mailbox(scene.System.Mailbox);
        var address = await Code(scene, mails, person, "メールアドレスの確認コード", cancellation);
        await actor.Post("/api/identity/email-confirmation", new { code = address }, cancellation);
        await scene.Sees(actor, "/account/email", "確認済み", cancellation);

        var somebody = scene.New($"{person.LicenceNumber} without password");
        var recovery = (await somebody.Post("/api/identity/recoveries", new { login = person.EmailAtLogin }, cancellation)).Text("recoveryId");
        var code = await Code(scene, mails, person, "パスワード再設定の確認コード", cancellation);
        var codes = await somebody.Refused(HttpMethod.Post, $"/api/identity/recoveries/{recovery}/password", new { code = "0000 0000", newPassword = next }, cancellation);
        await scene.Narrator.Expect("a wrong code is refused", "MAILED_CODE_WRONG", codes.Single());
        await somebody.Post($"/api/identity/recoveries/{recovery}/password", new { code, newPassword = next }, cancellation);
        await actor.LogIn(person.EmailAtLogin, next, cancellation);
        await scene.Narrator.Tell("a lost password came back by the code of a mail");
        await scene.Patience.Until(
            "the change told by mail",
            async () => (await mails.To(person.EmailAtLogin, "パスワードが変更されました", cancellation)).Count == 1,
            cancellation);
    }

    private static Task<string> Code(Scene scene, Mailbox mails, Person person, string words, CancellationToken cancellation) =>
        scene.Patience.Until($"a mail '{words}'", () => mails.Code(person.EmailAtLogin, words, cancellation), cancellation);
}
