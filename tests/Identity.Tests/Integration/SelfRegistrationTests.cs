using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Mamis.EventStore;
using Mamis.Identity.Tests.Support;
using Mamis.Testing;
using Published = Mamis.Contracts.Identity;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class SelfRegistrationTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    private const string Password = RegistrationForms.Password;

    private static readonly byte[] Image = RegistrationForms.Image;

    [Fact]
    public async Task A_non_member_registers_is_in_at_once_and_is_confirmed_by_the_prefecture_of_the_workplace_A2()
    {
        var number = ImportRows.NewNumber();
        var id = await Registered(number);
        using var me = app.As(await app.TokenOf(await app.LogIn($"p{number}@example.invalid", Password)));
        Assert.Equal("pending", await State(me));
        using var desk = (await app.Staff("prefecture-13")).Client;
        using var other = (await app.Staff("prefecture-27")).Client;

        Assert.Contains(number, await Queue(desk));
        Assert.DoesNotContain(number, await Queue(other));
        Assert.Equal(Image, await desk.GetByteArrayAsync($"/registrations/{id}/licence"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(other.GetAsync(new Uri($"/registrations/{id}/licence", UriKind.Relative))));
        Assert.Equal(HttpStatusCode.NotFound, await Status(other.PostAsJsonAsync($"/registrations/{id}/confirmation", new { how = "licence-image" })));
        Assert.Equal(HttpStatusCode.NoContent, await Status(desk.PostAsJsonAsync($"/registrations/{id}/confirmation", new { how = "licence-image" })));
        Assert.Equal("confirmed", await State(me));
        Assert.DoesNotContain(number, await Queue(desk));
        Assert.Equal(HttpStatusCode.NotFound, await Status(desk.GetAsync(new Uri($"/registrations/{id}/licence", UriKind.Relative))));
        await app.Services.Told<Published.MyPageActivated>(it => it.SelfRegistered && it.PhysicianId == id);
        await app.Services.Told<Published.RegistrationConfirmed>(it => it.PhysicianId == id);
    }

    [Fact]
    public async Task What_is_sent_back_is_corrected_and_waits_again()
    {
        var number = ImportRows.NewNumber();
        var id = await Registered(number);
        using var me = app.As(await app.TokenOf(await app.LogIn($"p{number}@example.invalid", Password)));
        using var desk = (await app.Staff("prefecture-13")).Client;
        Assert.Equal(HttpStatusCode.NoContent, await Status(desk.PostAsJsonAsync($"/registrations/{id}/return", new { faults = new[] { "name-differs" } })));
        Assert.Equal("returned", await State(me));
        using var form = RegistrationForms.Form(number, ("familyName", "髙架空"), ("password", null), ("termsVersion", null));
        Assert.Equal(HttpStatusCode.NoContent, await Status(me.PutAsync(new Uri("/registrations/me", UriKind.Relative), form)));

        var page = await me.GetFromJsonAsync<JsonNode>("/physicians/me");
        Assert.Equal(("髙架空", "pending"), (page?["familyName"].Text(), page?["registration"].Text()));
        Assert.Equal(Image, await desk.GetByteArrayAsync($"/registrations/{id}/licence"));
    }

    [Fact]
    public async Task The_image_is_kept_sealed()
    {
        var id = await Registered(ImportRows.NewNumber());
        var kept = await app.Source.Find<byte[]>("select sealed from licence_image where physician_id = @id", new { id }, CancellationToken.None) ?? [];

        Assert.Equal(-1, kept.AsSpan().IndexOf("a licence"u8));
    }

    [Fact]
    public async Task A_known_number_leads_to_the_postcard()
    {
        using var form = RegistrationForms.Form("900001");
        using var answer = await Register(form);

        Assert.Equal((HttpStatusCode.Conflict, "NUMBER_KNOWN"), await answer.Problem());
    }

    [Fact]
    public async Task Twice_at_the_same_moment_is_once()
    {
        var number = ImportRows.NewNumber();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var form = RegistrationForms.Form(number);
            return await Status(Register(form));
        }));

        Assert.Single(answers, it => it == HttpStatusCode.Created);
        await app.LogIn($"p{number}@example.invalid", Password);
    }

    [Fact]
    public async Task Every_mistake_is_named_with_its_field_and_nothing_is_stored()
    {
        using var form = RegistrationForms.Form("no number", ("birthDate", "昭和64年1月8日"), ("email", ""), ("workplacePrefecture", "48"), ("workplaceName", " "), ("licence", "GIF89a"));
        using var answer = await Register(form);
        var fields = ((await answer.Json())["refusals"]?.AsArray() ?? []).Select(it => it?["subject"].Text()).Order(StringComparer.Ordinal);

        Assert.Equal(["birthDate", "email", "licence", "licenceNumber", "workplaceName", "workplacePrefecture"], fields);
    }

    [Fact]
    public async Task An_unknown_field_and_a_short_password_are_refused()
    {
        using var unknown = RegistrationForms.Form(ImportRows.NewNumber(), ("isStaff", "true"));
        using var refused = await Register(unknown);
        using var weak = RegistrationForms.Form(ImportRows.NewNumber(), ("password", "short"), ("termsVersion", "1999-01-01"));
        using var both = await Register(weak);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "FORM_MALFORMED"), await refused.Problem());
        Assert.Equal("TERMS_NOT_CURRENT PASSWORD_TOO_SHORT", (await both.Problem()).Codes);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\ncut")]
    [InlineData("multipart/form-data", "--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "")]
    public async Task A_form_that_breaks_off_is_the_sender_s_fault_not_ours(string type, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await Register(content);

        Assert.InRange((int)answer.StatusCode, 400, 422);
        Assert.NotEmpty((await answer.Json())["code"].Text());
    }

    private async Task<Guid> Registered(string number)
    {
        using var form = RegistrationForms.Form(number);
        using var answer = await Register(form);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return Guid.Parse((await answer.Json())["physicianId"].Text());
    }

    private async Task<HttpResponseMessage> Register(HttpContent form)
    {
        using var anybody = app.CreateClient();
        return await anybody.PostAsync(new Uri("/registrations", UriKind.Relative), form);
    }

    private static async Task<string> State(HttpClient me) => (await me.GetFromJsonAsync<JsonNode>("/physicians/me"))?["registration"].Text() ?? string.Empty;

    private static async Task<IReadOnlyList<string>> Queue(HttpClient desk) =>
        [.. ((await desk.GetFromJsonAsync<JsonNode>("/registrations"))?["registrations"]?.AsArray() ?? []).Select(it => it?["licenceNumber"].Text() ?? string.Empty)];

    private static async Task<HttpStatusCode> Status(Task<HttpResponseMessage> answering)
    {
        using var answer = await answering;
        return answer.StatusCode;
    }
}
