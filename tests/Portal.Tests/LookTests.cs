using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Mamis.Portal.Tests;

/// <summary>Every page in a real browser: narrow and wide, light and dark, nothing cut off, nothing a screen reader stumbles over.</summary>
[Trait("Category", "Servers")]
public sealed class LookTests(LookTests.Chromium chromium) : IClassFixture<LookTests.Chromium>
{
    public static TheoryData<string, string, string?> Pages => new()
    {
        { "home", "/", null },
        { "login", "/login", null },
        { "second-factor", "/login/totp", null },
        { "register", "/register", null },
        { "recover", "/recover", null },
        { "recover-code", $"/recover/{Examples.NoticeId}", null },
        { "verify", "/verify/S1234567", null },
        { "verify-paper", "/verify?snapshot=a.b.c", null },
        { "help", "/help", null },
        { "not-found", "/no/such/page", null },
        { "first-login", "/first-login", "enrolling" },
        { "my-page", "/my-page", "physician" },
        { "what-if", "/what-if?scheme=occupational&kind=renewal", "physician" },
        { "simulator", "/simulator", "physician" },
        { "simulator-case", SimulatorPageTests.Address, "physician" },
        { "ledger", "/ledger", "physician" },
        { "paper-credits", "/paper-credits", "physician" },
        { "applications", "/applications", "physician" },
        { "application", $"/applications/{Examples.ApplicationId}", "physician" },
        { "inbox", "/inbox", "physician" },
        { "notice", $"/inbox/{Examples.NoticeId}", "physician" },
        { "desk-notices", "/desk/notices", "county-staff" },
        { "desk-notice", $"/desk/notices/{Organisations.NoticeId}", "county-staff" },
        { "organizer-notices", "/organizer/notices", "organizer" },
        { "template-desk", "/desk/templates/desk-overdue", "jma-staff" },
        { "mail-choices-staff", "/account/notices", "county-staff" },
        { "trainings", "/organizer/trainings", "organizer" },
        { "attendance", $"/organizer/trainings/{Examples.TrainingId}", "organizer" },
        { "training-new", "/organizer/trainings/new", "organizer" },
        { "training-draft", $"/organizer/trainings/{Examples.DraftId}/draft", "organizer" },
        { "training-plan", $"/organizer/trainings/{Examples.DraftId}/plan", "organizer" },
        { "training-examined", $"/desk/trainings/{Examples.TrainingId}", "jma-staff" },
        { "finder", "/trainings/find", null },
        { "finder-missing", "/trainings/find?missing=true", "physician" },
        { "training", $"/trainings/{Examples.TrainingId}", null },
        { "training-physician", $"/trainings/{Examples.TrainingId}", "physician" },
        { "sign-ups", "/sign-ups", "physician" },
        { "sign-ups-organizer", $"/organizer/trainings/{Examples.TrainingId}/sign-ups", "organizer" },
        { "door", Doors.Address, "organizer" },
        { "door-wall", Doors.Wall, "organizer" },
        { "door-guest", Doors.Guest, "organizer" },
        { "check-in", "/me/check-in", "physician" },
        { "check-in-code", "/check-in?code=7K3MPQ0Z", "physician" },
        { "queue", "/desk/queue", "jma-staff" },
        { "case", $"/desk/cases/{Examples.ApplicationId}", "jma-staff" },
        { "attendees", $"/organizer/trainings/{Examples.TrainingId}/attendees", "organizer" },
        { "claims", "/claims", "physician" },
        { "claim-new", Claims.OfTraining, "physician" },
        { "claim", $"/claims/{Claims.Id}", "physician" },
        { "claims-desk", "/desk/claims", "prefecture-staff" },
        { "claim-desk", $"/organizer/claims/{Claims.Id}", "organizer" },
        { "flags", "/desk/flags", "prefecture-staff" },
        { "flag", $"/desk/flags/{Flags.Id}", "prefecture-staff" },
        { "typed", $"/desk/trainings/{Examples.TrainingId}/typed", "prefecture-staff" },
        { "suspense", "/desk/suspense", "county-staff" },
        { "desk-trainings", "/desk/trainings", "jma-staff" },
        { "paper-desk", "/desk/paper-credits", "county-staff" },
        { "statements", "/desk/statements", "county-staff" },
        { "coverage", "/desk/coverage", "county-staff" },
        { "physicians", "/desk/physicians", "jma-staff" },
        { "physician", $"/desk/physicians/{Examples.PhysicianId}", "county-staff" },
        { "new-member", "/desk/physicians/new-member", "county-staff" },
        { "imports", "/desk/imports", "jma-staff" },
        { "standing", "/account/standing", "physician" },
        { "registration", "/account/registration", "physician" },
        { "registrations", "/desk/registrations", "prefecture-staff" },
        { "renewal-runs", "/desk/renewal-runs", "jma-staff" },
        { "inquiries", "/inquiries", "physician" },
        { "inquiry", $"/inquiries/{Exchange.InquiryId}", "physician" },
        { "desk-inquiries", "/desk/inquiries", "county-staff" },
        { "desk-inquiry", $"/desk/inquiries/{Exchange.InquiryId}", "county-staff" },
        { "answer-templates", "/desk/inquiries/templates", "county-staff" },
        { "letters", "/desk/letters", "county-staff" },
        { "certificate", $"/my-page/certificates/{Titles.Id}", "physician" },
        { "certificate-resignation", $"/my-page/certificates/{Titles.Id}/resignation", "physician" },
        { "certificate-loss", $"/desk/physicians/certificates/{Titles.Id}/loss", "jma-staff" },
        { "certificate-desk", $"/desk/physicians/certificates/{Titles.Id}", "jma-staff" },
        { "ending", "/desk/ending", "county-staff" },
        { "renewals", "/desk/renewals", "county-staff" },
        { "lead-times", "/desk/lead-times", "jma-staff" },
        { "lead-time", "/desk/lead-times/four-months/sports", "county-staff" },
        { "rounds", "/desk/rounds", "jma-staff" },
        { "round", Rounds.Address, "county-staff" },
        { "rounds-import", "/desk/rounds/import", "county-staff" },
        { "payments", "/desk/payments", "county-staff" },
        { "payment", Fees.Address, "county-staff" },
        { "payments-import", "/desk/payments/import", "county-staff" },
        { "approvals", "/desk/queue/approvals?case=AAAAA-BBBBB", "jma-staff" },
        { "account", "/account", "physician" },
        { "email", "/account/email", "physician" },
        { "sessions", "/account/sessions", "physician" },
        { "passkeys", "/account/passkeys", "physician" },
        { "passkey", $"/account/passkeys/{Examples.NoticeId}", "physician" },
        { "second-factor-on", "/account/second-factor", "physician" },
        { "second-factor-off", "/account/second-factor/removal", "physician" },
        { "password", "/account/password", "physician" },
        { "recovery-codes", "/account/recovery-codes", "county-staff" },
        { "accesses", "/account/accesses", "physician" },
        { "mail-choices", "/account/notices", "physician" },
        { "stop-mails", "/stop-mails/token", null },
        { "templates", "/desk/templates", "jma-staff" },
        { "template", "/desk/templates/one-year", "jma-staff" },
        { "webhooks", "/desk/webhooks", "jma-staff" },
        { "webhook", $"/desk/webhooks/{Hooks.Id}", "jma-staff" },
        { "unregistered", "/desk/unregistered", "prefecture-staff" },
        { "physician-postcard", $"/desk/physicians/{StaffExamples.Waiting}?refused=POSTCARD_ADDRESS_SAME", "county-staff" },
        { "staff", "/desk/staff", "prefecture-staff" },
        { "staff-all", "/desk/staff?of=13", "jma-staff" },
        { "staff-link", "/staff-link?key=the-key", null },
        { "machine-clients", "/account/machine-clients", "jma-staff" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_320_pixels_and_is_accessible_in_both_themes(string name, string address, string? role)
    {
        await using var context = await chromium.Open(role, 320, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        // Before picture and checker, which bring scripts and styles of their own. Those of a page are files of this site, as its policy asks.
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.querySelectorAll('script:not([src^=\"/assets/\"]), [style]').length"));

        // Loaded once and looked at in three ways: whatever depends on width or theme is the stylesheet's.
        foreach (var (width, theme, isChecked) in new[] { (320, ColorScheme.Light, true), (1280, ColorScheme.Light, false), (1280, ColorScheme.Dark, true) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            await page.ScreenshotAsync(new() { Path = Path.Combine(Chromium.Pictures, $"{name}-{width}-{theme}.png"), FullPage = true });
            Assert.Equal(width, await page.EvaluateAsync<int>("() => Math.max(innerWidth, document.documentElement.scrollWidth)"));

            if (isChecked)
            {
                var findings = (await page.RunAxe()).Violations.Where(it => it.Impact is "serious" or "critical").Select(it => $"{it.Id}: {it.Nodes[0].Html}");
                Assert.Empty(findings);
            }
        }
    }

    [Fact]
    public async Task The_login_is_done_by_keyboard_alone()
    {
        chromium.App.Gateway.Lay("POST /session", "", 204);
        await using var context = await chromium.Open(role: null, 1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/login");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        // The link past the menu moves the focus when it has been followed, and would take it from the field.
        await page.WaitForURLAsync("**/login#content");
        await page.Locator("#login").FocusAsync();
        await page.Keyboard.TypeAsync("somebody");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("password");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/");

        Assert.Contains(chromium.App.Gateway.Calls, it => it.Call == "POST /session" && it.Body.Contains("somebody", StringComparison.Ordinal));
    }

    /// <summary>One browser and one portal for all pages.</summary>
    public sealed class Chromium : IAsyncLifetime
    {
        private IPlaywright? _playwright;
        private IBrowser? _browser;

        /// <summary>Where the pictures go, to be looked at.</summary>
        public static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pictures")).FullName;

        /// <summary>Milliseconds; long, because the machine may be building at the same time.</summary>
        private const float Patience = 300_000;

        public PortalApp App { get; } = new();

        public async Task InitializeAsync()
        {
            await App.InitializeAsync();
            App.Gateway.Lay($"GET /api/certification/applications/{Examples.ApplicationId}", Examples.Application("at-desk", "13-001"));
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }

        public async Task<IBrowserContext> Open(string? role, int width, ColorScheme theme)
        {
            var browser = _browser ?? throw new InvalidOperationException("Not started yet.");
            var context = await browser.NewContextAsync(new()
            {
                // By a name: browsers offer passkeys nowhere else.
                BaseURL = $"http://localhost:{App.Address.Port}",
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = theme,
                Locale = "ja-JP",
                ExtraHTTPHeaders = role is null ? [] : new Dictionary<string, string> { ["Authorization"] = $"Bearer {App.Gateway.Token(role, "13-001")}" },
            });
            context.SetDefaultTimeout(Patience);

            return context;
        }

        public async Task DisposeAsync()
        {
            if (_browser is not null)
            {
                await _browser.DisposeAsync();
            }

            _playwright?.Dispose();
            await App.DisposeAsync();
        }
    }
}
