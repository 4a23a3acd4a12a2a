using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Kernel;
using Mamis.Testing;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>A physician and the desks, as they call the inquiries.</summary>
internal sealed class InquiryApp : IAsyncDisposable
{
    public NotificationsApp App { get; } = new();

    public Holder Holder { get; init; } = Holder.Member(new(2028, 6, 30));

    public HttpClient Physician => App.As(TestTokens.For(Roles.Physician, Holder.PhysicianId));

    public static async Task<InquiryApp> Start(string? email = "kakuu@example.invalid")
    {
        var inquiries = new InquiryApp();
        await inquiries.App.InitializeAsync();
        inquiries.App.Identity.People[inquiries.Holder.PhysicianId] = inquiries.Holder.Person(email);
        await inquiries.App.Know([], [inquiries.Holder.Standing()]);
        return inquiries;
    }

    public HttpClient Staff(string association, Guid? account = null) => App.As(TestTokens.For(
        Association.TierOf(association) switch { Tier.Jma => Roles.JmaStaff, Tier.Prefecture => Roles.PrefectureStaff, _ => Roles.CountyStaff },
        account,
        association: association));

    /// <summary>Its address.</summary>
    public async Task<string> Open(string text = "question", string to = "desk")
    {
        using var physician = Physician;
        using var answer = await physician.PostAsJsonAsync("/inquiries", new { to, text });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return $"{answer.Headers.Location}";
    }

    public static async Task<(HttpStatusCode Status, string? Code)> Post(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? null : $"{(await answer.Content.ReadFromJsonAsync<JsonObject>())?["code"]}");
    }

    public static async Task<JsonObject> Read(HttpClient client, string path) => await client.GetFromJsonAsync<JsonObject>(path) ?? [];

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
