using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Identity.Tests.Support;
using Mamis.Testing;
using Published = Mamis.Contracts.Identity;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class EmailTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task Whoever_registers_gets_a_code_and_the_address_is_confirmed_with_it()
    {
        var (id, email, client, _) = await app.Newcomer(isConfirmed: false);
        using var me = client;
        var mail = await app.LastMail(id, "email-confirmation");
        Assert.Equal((email, false), await Address(me));
        await app.Services.Told<Published.AccountMailRequested>(it => it.MailId == mail);
        Assert.Equal(HttpStatusCode.NoContent, await Confirm(me, await app.Code(mail)));

        Assert.Equal((email, true), await Address(me));
    }

    [Fact]
    public async Task Another_address_asks_for_the_password_holds_from_its_code_on_and_the_former_is_told()
    {
        var (id, email, client, _) = await app.Newcomer();
        using var me = client;
        using var without = await Ask(me, $"new-{email}", "wrong");
        using var asked = await Ask(me, $"new-{email}", RegistrationForms.Password);

        Assert.Equal("CURRENT_PASSWORD_WRONG", (await without.Problem()).Codes);
        Assert.Equal((HttpStatusCode.Accepted, (email, true)), (asked.StatusCode, await Address(me)));
        Assert.Equal(HttpStatusCode.NoContent, await Confirm(me, await app.Code(await app.LastMail(id, "email-confirmation"))));
        Assert.Equal(($"new-{email}", true), await Address(me));
        Assert.Equal(email, (await app.Mail(await app.LastMail(id, "email-changed")))["email"].Text());
        await app.Services.Told<Published.PhysicianKnown>(it => it.PhysicianId == id && it.Version > 1);
        await app.LogIn($"new-{email}", RegistrationForms.Password);
    }

    [Fact]
    public async Task Two_changes_at_once_are_told_to_both_former_addresses_however_late_the_mail_goes()
    {
        var (id, email, client, _) = await app.Newcomer();
        using var me = client;

        foreach (var next in new[] { $"b-{email}", $"c-{email}" })
        {
            using var asked = await Ask(me, next, RegistrationForms.Password);
            Assert.Equal(HttpStatusCode.NoContent, await Confirm(me, await app.Code(await app.LastMail(id, "email-confirmation"))));
        }

        app.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal([$"b-{email}", email], await app.ToldTo(id, "email-changed"));
    }

    [Fact]
    public async Task Two_who_confirm_one_address_at_the_same_moment_do_not_both_get_it()
    {
        var people = new[] { await app.Newcomer(), await app.Newcomer() };
        var email = $"shared-{people[0].Email}";

        foreach (var it in people)
        {
            using var asked = await Ask(it.Client, email, RegistrationForms.Password);
        }

        var codes = await Task.WhenAll(people.Select(async it => await app.Code(await app.LastMail(it.Id, "email-confirmation"))));
        var answers = await Task.WhenAll(people.Zip(codes, (it, code) => Confirm(it.Client, code)));

        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.Conflict], answers.Order());
        Array.ForEach(people, it => it.Client.Dispose());
    }

    [Fact]
    public async Task Neither_another_s_address_nor_another_s_code_is_taken()
    {
        var (_, taken, first, _) = await app.Newcomer();
        var (id, _, second, _) = await app.Newcomer(isConfirmed: false);
        using var other = first;
        using var me = second;
        using var asked = await Ask(me, taken.ToUpperInvariant(), RegistrationForms.Password);

        Assert.Equal((HttpStatusCode.Conflict, "EMAIL_TAKEN"), await asked.Problem());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Confirm(other, await app.Code(await app.LastMail(id, "email-confirmation"))));
    }

    private static Task<HttpResponseMessage> Ask(HttpClient client, string email, string currentPassword) =>
        client.PostAsJsonAsync("/email-codes", new { email, currentPassword });

    private static async Task<HttpStatusCode> Confirm(HttpClient client, string code)
    {
        using var answer = await client.PostAsJsonAsync("/email-confirmation", new { code });
        return answer.StatusCode;
    }

    private static async Task<(string Email, bool IsConfirmed)> Address(HttpClient client)
    {
        var account = await client.GetFromJsonAsync<JsonNode>("/credentials");
        return (account?["email"].Text() ?? string.Empty, account?["emailConfirmed"]?.GetValue<bool>() is true);
    }
}
