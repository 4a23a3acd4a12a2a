using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Mamis.Identity.Tests.Support;

/// <summary>Registering a passkey and logging in with it, as pages and gateway do it.</summary>
internal static class PasskeyCalls
{
    public const string Name = "desk phone";

    public static async Task<JsonNode> StartPasskey(this HttpClient owner, string password)
    {
        using var answer = await owner.PostAsJsonAsync("/passkey-registrations", new { currentPassword = password });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        return await answer.Json();
    }

    public static Task<HttpResponseMessage> FinishPasskey(this HttpClient owner, JsonNode started, JsonNode credential, string name = Name) =>
        owner.PostAsJsonAsync("/passkeys", new { registrationId = started["registrationId"].Text(), name, credential });

    public static async Task<Guid> AddPasskey(this HttpClient owner, string password, Authenticator device)
    {
        var started = await owner.StartPasskey(password);
        using var answer = await owner.FinishPasskey(started, device.Create(started["options"] ?? new JsonObject()));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Json())["id"]?.GetValue<Guid>() ?? Guid.Empty;
    }

    public static async Task<(string Id, JsonNode Options)> Question(this HttpClient gateway)
    {
        using var answer = await gateway.PostAsync(new Uri("/internal/passkey-challenges", UriKind.Relative), null);
        var asked = await answer.Json();
        return (asked["challengeId"].Text(), asked["options"] ?? new JsonObject());
    }

    public static Task<HttpResponseMessage> Answer(this HttpClient gateway, string challengeId, JsonNode credential) =>
        gateway.PostAsJsonAsync("/internal/passkey-sessions", new { challengeId, credential });

    public static async Task<IReadOnlyList<(string Name, bool IsUsed)>> Passkeys(this HttpClient owner) =>
    [
        .. ((await owner.GetFromJsonAsync<JsonNode>("/passkeys"))?["passkeys"]?.AsArray() ?? [])
            .Select(it => (it?["name"].Text() ?? string.Empty, it?["usedAt"] is not null)),
    ];
}
