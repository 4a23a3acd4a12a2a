using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dapper;
using Mamis.Testing;

namespace Mamis.Identity.Tests.Support;

/// <summary>The mails about accounts as Notifications would fetch them.</summary>
public static class Mailbox
{
    /// <summary>Waits for the mail and opens it.</summary>
    public static Task<JsonNode> Mail(this IdentityApp app, Guid id) =>
        Eventually.Get(() => app.MailOrNothing(id), $"the mail {id}");

    public static async Task<JsonNode?> MailOrNothing(this IdentityApp app, Guid id)
    {
        using var service = await app.AsService();
        using var answer = await service.PostAsync(new Uri($"/internal/account-mails/{id}", UriKind.Relative), null);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await answer.Json();
    }

    public static async Task<string> Code(this IdentityApp app, Guid id) => (await app.Mail(id))["code"].Text();

    /// <summary>The last mail of a kind to an account.</summary>
    public static async Task<Guid> LastMail(this IdentityApp app, Guid account, string kind)
    {
        await using var connection = await app.Source.OpenConnectionAsync();
        return await connection.QuerySingleAsync<Guid>(
            "select id from credentials.account_mail where account = @account and kind = @kind order by id desc limit 1", new { account, kind });
    }

    /// <summary>To whom mails of a kind can still go out, the last one first.</summary>
    public static async Task<IReadOnlyList<string>> ToldTo(this IdentityApp app, Guid account, string kind)
    {
        await using var connection = await app.Source.OpenConnectionAsync();
        var ids = await connection.QueryAsync<Guid>("select id from credentials.account_mail where account = @account and kind = @kind order by id desc", new { account, kind });
        return [.. (await Task.WhenAll(ids.Select(app.MailOrNothing))).Select(it => it?["email"].Text() ?? "nobody")];
    }

    public static async Task<int> Mails(this IdentityApp app, Guid account)
    {
        await using var connection = await app.Source.OpenConnectionAsync();
        return await connection.QuerySingleAsync<int>("select count(*)::int from credentials.account_mail where account = @account", new { account });
    }

    /// <summary>Waits until the service has nothing left to do in the background.</summary>
    public static Task Settled(this IdentityApp app) => Eventually.True(
        async () =>
        {
            await using var connection = await app.Source.OpenConnectionAsync();
            return !await connection.QuerySingleAsync<bool>("select exists (select 1 from mamis_commands where done_at is null)");
        },
        "all that was left is done");

    /// <summary>A physician with an active my-page and a session; the address is confirmed with the code of the mail, or not.</summary>
    public static async Task<(Guid Id, string Email, HttpClient Client, string Session)> Newcomer(this IdentityApp app, bool isConfirmed = true)
    {
        var number = ImportRows.NewNumber();
        using var form = RegistrationForms.Form(number);
        using var anybody = app.CreateClient();
        using var answer = await anybody.PostAsync(new Uri("/registrations", UriKind.Relative), form);
        var id = (await answer.Json())["physicianId"]?.GetValue<Guid>() ?? Guid.Empty;
        var email = $"p{number}@example.invalid".Replace(' ', '-');
        var session = await app.LogIn(email, RegistrationForms.Password);
        var client = app.As(await app.TokenOf(session));

        if (isConfirmed)
        {
            var code = await app.Code(await app.LastMail(id, "email-confirmation"));
            using var confirmed = await client.PostAsJsonAsync("/email-confirmation", new { code });
            Assert.Equal(HttpStatusCode.NoContent, confirmed.StatusCode);
        }

        return (id, email, client, session);
    }
}
