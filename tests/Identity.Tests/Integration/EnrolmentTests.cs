using System.Net;
using System.Net.Http.Json;
using Mamis.Identity.Tests.Support;
using Mamis.Testing;
using Published = Mamis.Contracts.Identity;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class EnrolmentTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task From_the_import_over_the_postcard_to_the_active_my_page_A1()
    {
        var number = ImportRows.NewNumber();
        var (physician, login, password) = await Postcard(number);
        var session = await app.LogIn(login, password);
        using var enrolling = app.As(await app.TokenOf(session));
        using var answer = await enrolling.PostAsJsonAsync("/first-login", FirstLogin(number));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        using var me = app.As(await app.TokenOf(session));
        var page = await me.GetFromJsonAsync<System.Text.Json.Nodes.JsonNode>("/physicians/me");
        Assert.Equal((number, "13-001"), (page?["licenceNumber"].Text(), page?["standing"]?["county"].Text()));
        await app.Services.Told<Published.MyPageActivated>(it => it.PhysicianId == physician);
        await app.Services.Told<Published.CertificateOnRecord>(it => it.PhysicianId == physician);
    }

    [Fact]
    public async Task The_postcard_serves_once_and_its_login_and_the_email_stay()
    {
        var number = ImportRows.NewNumber();
        var (_, login, password) = await Postcard(number);
        using var enrolling = app.As(await app.TokenOf(await app.LogIn(login.ToLowerInvariant(), password.Replace('-', ' '))));
        using var first = await enrolling.PostAsJsonAsync("/first-login", FirstLogin(number));
        using var service = await app.AsService();
        using var again = await service.PostAsJsonAsync("/internal/sessions", new { login, password });

        Assert.Equal((HttpStatusCode.Unauthorized, "LOGIN_FAILED"), await again.Problem());
        await app.LogIn(login, Password);
        await app.LogIn($"P{number}@EXAMPLE.invalid", Password);
    }

    [Fact]
    public async Task The_old_token_cannot_set_the_password_a_second_time()
    {
        var number = ImportRows.NewNumber();
        var (_, login, password) = await Postcard(number);
        using var enrolling = app.As(await app.TokenOf(await app.LogIn(login, password)));
        using var first = await enrolling.PostAsJsonAsync("/first-login", FirstLogin(number));
        using var second = await enrolling.PostAsJsonAsync("/first-login", FirstLogin(number) with { Password = "another horse battery" });

        Assert.Equal((HttpStatusCode.Conflict, "MY_PAGE_ACTIVE"), await second.Problem());
        await app.LogIn(login, Password);
    }

    [Fact]
    public async Task Whoever_found_the_postcard_gets_ten_guesses_at_the_birth_date()
    {
        var number = ImportRows.NewNumber();
        var (_, login, password) = await Postcard(number);
        using var enrolling = app.As(await app.TokenOf(await app.LogIn(login, password)));

        for (var i = 1; i <= 10; i++)
        {
            using var wrong = await enrolling.PostAsJsonAsync("/first-login", FirstLogin(number) with { BirthDate = $"1950-01-{i:00}" });
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "IDENTITY_NOT_CONFIRMED"), await wrong.Problem());
        }

        using var right = await enrolling.PostAsJsonAsync("/first-login", FirstLogin(number));
        Assert.Equal(((HttpStatusCode)429, "LOGIN_MUST_WAIT"), await right.Problem());
    }

    [Fact]
    public async Task An_email_address_belongs_to_one_account()
    {
        var number = ImportRows.NewNumber();
        var (_, login, password) = await Postcard(number);
        using var enrolling = app.As(await app.TokenOf(await app.LogIn(login, password)));
        using var answer = await enrolling.PostAsJsonAsync("/first-login", FirstLogin(number) with { Email = "Member@example.invalid" });

        Assert.Equal((HttpStatusCode.Conflict, "EMAIL_TAKEN"), await answer.Problem());
    }

    [Fact]
    public async Task An_unused_postcard_is_over_after_60_days()
    {
        var number = ImportRows.NewNumber();
        var (_, login, password) = await Postcard(number);
        await app.AdvanceFar(TimeSpan.FromDays(60));
        await app.LogIn(login, password);
        await app.AdvanceFar(TimeSpan.FromDays(1));
        using var service = await app.AsService();
        using var late = await service.PostAsJsonAsync("/internal/sessions", new { login, password });

        Assert.Equal((HttpStatusCode.Unauthorized, "LOGIN_FAILED"), await late.Problem());
    }

    private static First FirstLogin(string number) => new(number, "1979-03-09", "2025-04-01", $"p{number}@example.invalid", Password);

    private async Task<(Guid Physician, string Login, string Password)> Postcard(string number)
    {
        var (jma, _) = await app.Staff("jma");
        using var client = jma;
        var report = await client.Import(ImportRows.File(ImportRows.Member(number)));
        using var batch = await client.PostAsJsonAsync("/postcard-batches", new { association = "13-001" });
        var card = (await batch.Content.ReadAsStringAsync()).Split("\r\n").Select(it => it.Split(',')).Single(it => it[0] == number);

        return (report["results"]?[0]?["physicianId"]?.GetValue<Guid>() ?? Guid.Empty, card[4], card[5]);
    }

    private sealed record First(string LicenceNumber, string BirthDate, string TermsVersion, string Email, string Password);
}
