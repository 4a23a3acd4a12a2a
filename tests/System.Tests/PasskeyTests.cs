using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Mamis.System.Tests;

/// <summary>A real browser with a device of its own: script, pages, gateway and Identity understand each other.</summary>
[Trait("Category", "Servers")]
public sealed class PasskeyTests(SignInParts parts) : IClassFixture<SignInParts>
{
    private const string Login = "demo-member";

    [Fact]
    public async Task Who_registers_a_passkey_and_logs_out_logs_in_with_it()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        await using var context = await browser.NewContextAsync(new() { BaseURL = parts.Site, Locale = "ja-JP" });
        // Long, because the machine may be building at the same time.
        context.SetDefaultTimeout(300_000);
        var page = await context.NewPageAsync();
        await Unlockable(page);

        await page.GotoAsync("/login");
        await page.Locator("#login").FillAsync(Login);
        await page.Locator("#password").FillAsync(parts.PasswordOf(Login));
        await Press(page, "login");
        await page.WaitForURLAsync(it => !it.Contains("/login", StringComparison.Ordinal));

        await page.GotoAsync("/account/passkeys");
        await page.Locator("#name").FillAsync("ward tablet");
        await page.Locator("#currentPassword").FillAsync(parts.PasswordOf(Login));
        await Press(page, "passkey-start");
        await Press(page, "passkey-finish");
        await page.WaitForURLAsync("**/account/passkeys?done=added");
        await Assertions.Expect(page.GetByText("ward tablet")).ToBeVisibleAsync();

        await Press(page, "logout");
        await page.GotoAsync("/login?next=%2Faccount%2Fpasskeys");
        await Press(page, "passkey");
        await page.WaitForURLAsync("**/account/passkeys");
        await Assertions.Expect(page.GetByText("ward tablet")).ToBeVisibleAsync();
    }

    private static Task Press(IPage page, string form) =>
        page.Locator($"form:has(input[name=_handler][value='{form}']) button").ClickAsync();

    /// <summary>Chromium's own authenticator, which unlocks itself.</summary>
    private static async Task Unlockable(IPage page)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new JsonObject
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
