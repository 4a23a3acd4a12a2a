using System.Net;
using System.Text.Json.Nodes;
using Mamis.Identity.Tests.Support;

namespace Mamis.Identity.Tests.Integration;

/// <summary>Everything that is not quite the owner's device answering this site's question, signed with real keys: all refused alike.</summary>
[Trait("Category", "Servers")]
public sealed class ForgedPasskeyTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Theory]
    [InlineData("https://mamis.example.invalid.evil.example")]
    [InlineData("http://mamis.example.invalid")]
    [InlineData("https://mamis.example.invalid:444")]
    public async Task An_answer_from_another_site_is_refused(string origin)
    {
        using var device = await Registered();

        await Refused((id, options, gateway) => gateway.Answer(id, device.Get(options, origin)));
    }

    [Fact]
    public async Task An_answer_to_another_question_is_refused()
    {
        using var device = await Registered();
        using var other = await app.AsService();
        var (_, elsewhere) = await other.Question();

        await Refused((id, options, gateway) => gateway.Answer(id, device.Get(options, challenge: elsewhere["challenge"].Text())));
    }

    [Fact]
    public async Task An_answer_serves_once_even_when_it_comes_twice_at_the_same_moment()
    {
        using var device = await Registered();
        using var gateway = await app.AsService();
        var (id, options) = await gateway.Question();
        var credential = device.Get(options).ToJsonString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => gateway.Answer(id, JsonNode.Parse(credential) ?? options)));
        using var later = await gateway.Answer(id, JsonNode.Parse(credential) ?? options);

        Assert.Single(answers, it => it.StatusCode == HttpStatusCode.OK);
        Assert.Equal((HttpStatusCode.Unauthorized, "PASSKEY_FAILED"), await later.Problem());
    }

    [Theory]
    [InlineData(299, HttpStatusCode.OK)]
    [InlineData(300, HttpStatusCode.Unauthorized)]
    public async Task A_question_waits_five_minutes(int seconds, HttpStatusCode status)
    {
        using var device = await Registered();
        using var gateway = await app.AsService();
        var (id, options) = await gateway.Question();
        app.Advance(TimeSpan.FromSeconds(seconds));
        using var again = await app.AsService();
        using var answer = await again.Answer(id, device.Get(options));

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_device_that_was_never_registered_is_refused_whoever_it_claims_to_be_of()
    {
        using var device = await Registered();
        using var stranger = new Authenticator { Handle = device.Handle };
        using var nobody = new Authenticator { Handle = "bm9ib2R5" };

        await Refused((id, options, gateway) => gateway.Answer(id, stranger.Get(options)));
        await Refused((id, options, gateway) => gateway.Answer(id, nobody.Get(options)));
    }

    [Fact]
    public async Task A_passkey_does_not_open_the_account_of_another()
    {
        using var mine = await Registered();
        using var yours = await Registered();
        mine.Handle = yours.Handle;

        await Refused((id, options, gateway) => gateway.Answer(id, mine.Get(options)));
    }

    [Fact]
    public async Task A_counter_that_went_back_tells_a_copy()
    {
        using var device = await Registered();
        device.Count = 5;
        using var gateway = await app.AsService();
        var (id, options) = await gateway.Question();
        using var right = await gateway.Answer(id, device.Get(options));
        device.Count = 5;

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        await Refused((again, asked, service) => service.Answer(again, device.Get(asked)));
    }

    [Fact]
    public async Task A_device_nobody_unlocked_is_refused()
    {
        using var device = await Registered();
        device.IsVerified = false;

        await Refused((id, options, gateway) => gateway.Answer(id, device.Get(options)));
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"id":"AA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"AA","authenticatorData":"AA","signature":"AA","userHandle":"AA"}}""")]
    public async Task What_is_no_answer_at_all_is_refused(string credential) =>
        await Refused((id, options, gateway) => gateway.Answer(id, JsonNode.Parse(credential) ?? options));

    [Fact]
    public async Task A_registration_is_refused_from_another_site_from_a_locked_device_for_another_person_and_a_second_time()
    {
        var (_, _, client, _) = await app.Newcomer();
        var (_, _, other, _) = await app.Newcomer();
        using var owner = client;
        using var stranger = other;
        using var device = new Authenticator();
        using var locked = new Authenticator { IsVerified = false };

        await NotTaken(owner, owner, it => device.Create(it, "https://evil.example"));
        await NotTaken(owner, owner, it => locked.Create(it));
        await NotTaken(owner, stranger, it => device.Create(it));
        await owner.AddPasskey(RegistrationForms.Password, device);
        await NotTaken(stranger, stranger, it => device.Create(it));
        Assert.Single(await owner.Passkeys());
        Assert.Empty(await stranger.Passkeys());
    }

    private static async Task NotTaken(HttpClient starts, HttpClient finishes, Func<JsonNode, JsonObject> create)
    {
        var started = await starts.StartPasskey(RegistrationForms.Password);
        using var answer = await finishes.FinishPasskey(started, create(started["options"] ?? started));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "PASSKEY_INVALID"), await answer.Problem());
    }

    private async Task<Authenticator> Registered()
    {
        var (_, _, client, _) = await app.Newcomer();
        using var owner = client;
        var device = new Authenticator();
        await owner.AddPasskey(RegistrationForms.Password, device);
        return device;
    }

    private async Task Refused(Func<string, JsonNode, HttpClient, Task<HttpResponseMessage>> attempt)
    {
        using var gateway = await app.AsService();
        var (id, options) = await gateway.Question();
        using var answer = await attempt(id, options, gateway);
        Assert.Equal((HttpStatusCode.Unauthorized, "PASSKEY_FAILED"), await answer.Problem());
    }
}
