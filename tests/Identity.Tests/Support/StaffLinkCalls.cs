using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Mamis.Identity.Tests.Support;

/// <summary>Somebody with a link from a mail.</summary>
public static class StaffLinkCalls
{
    public const string Password = "blue 7 anvils";

    /// <summary>Invites somebody and gives the id.</summary>
    public static async Task<Guid> Invited(this HttpClient administrator, string email, string role = "county-staff", string association = "13-001")
    {
        using var answer = await administrator.PostAsJsonAsync("/staff-invitations", new { email, role, association });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Json())["staffId"]?.GetValue<Guid>() ?? Guid.Empty;
    }

    /// <summary>The key of the last link, as Notifications would put it into the mail.</summary>
    public static async Task<string> Key(this IdentityApp app, Guid staff, string kind = "staff-invited") => await app.Code(await app.LastMail(staff, kind));

    public static Task<HttpResponseMessage> Open(this IdentityApp app, string key) => app.Send("/staff-links", new { key });

    public static Task<HttpResponseMessage> Begin(this IdentityApp app, string key, string password = Password) => app.Send("/staff-links/password", new { key, password });

    public static Task<HttpResponseMessage> Finish(this IdentityApp app, string key, string code) => app.Send("/staff-links/code", new { key, code });

    /// <summary>Goes all the way and gives the secret and the recovery codes.</summary>
    public static async Task<(string Secret, JsonArray Codes)> Accept(this IdentityApp app, string key, string password = Password)
    {
        using var begun = await app.Begin(key, password);
        Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
        var secret = (await begun.Json())["secret"].Text();
        using var finished = await app.Finish(key, app.CodeOf(secret));
        Assert.Equal(HttpStatusCode.OK, finished.StatusCode);
        return (secret, (await finished.Json())["codes"]?.AsArray() ?? []);
    }

    /// <summary>Signs in with password and the app's next code.</summary>
    public static async Task<string> SignIn(this IdentityApp app, string email, string secret, string password = Password)
    {
        var session = await app.LogIn(email, password);
        app.Advance(TimeSpan.FromSeconds(60));
        using var service = await app.AsService();
        using var answer = await service.PostAsJsonAsync($"/internal/sessions/{session}/totp", new { code = app.CodeOf(secret) });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return session;
    }

    public static async Task<bool> Holds(this IdentityApp app, string session)
    {
        using var service = await app.AsService();
        using var answer = await service.PostAsync(new Uri($"/internal/sessions/{session}/token", UriKind.Relative), null);
        return answer.IsSuccessStatusCode;
    }

    private static async Task<HttpResponseMessage> Send(this IdentityApp app, string address, object body)
    {
        using var anybody = app.CreateClient();
        return await anybody.PostAsJsonAsync(address, body);
    }
}
