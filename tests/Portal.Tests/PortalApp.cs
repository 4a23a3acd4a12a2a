using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Mamis.Portal.Tests;

/// <summary>The real portal on a real socket, its gateway a stand-in.</summary>
public sealed partial class PortalApp : IAsyncLifetime
{
    /// <summary>Long, because a machine that builds at the same time is slow; what is measured is not speed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private WebApplicationFactory<Program>? _portal;

    public StandInGateway Gateway { get; } = new();

    public Uri Address => _portal?.ClientOptions.BaseAddress ?? throw new InvalidOperationException("Not started yet.");

    public async Task InitializeAsync()
    {
        await Gateway.Start();
        LayEverything();
        _portal = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("Service:Secret", "a secret of the tests");
            host.UseSetting("Gateway:Url", Gateway.Address);
            host.UseSetting("services:identity:http:0", Gateway.Address);
        });
        _portal.UseKestrel();
        _portal.StartServer();
    }

    public async Task DisposeAsync()
    {
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }

        await Gateway.DisposeAsync();
    }

    /// <summary>A browser as it reaches the portal behind the gateway: with the token the gateway put in.</summary>
    public HttpClient Browser(string? role = null, string? association = null)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address, Timeout = Patience };

        if (role is not null)
        {
            browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Gateway.Token(role, association));
        }

        return browser;
    }

    /// <summary>Fills in one form of a page and sends it, token included.</summary>
    public static async Task<HttpResponseMessage> Submit(
        HttpClient browser, string page, string form, Dictionary<string, string> fields, string? action = null)
    {
        using var content = new FormUrlEncodedContent(await Filled(browser, page, form, fields));
        return await browser.PostAsync(new Uri(action ?? page, UriKind.Relative), content);
    }

    /// <summary>The same, with a file.</summary>
    public static async Task<HttpResponseMessage> Submit(
        HttpClient browser, string page, string form, Dictionary<string, string> fields, (string Field, string Content) file)
    {
        using var content = new MultipartFormDataContent();

        foreach (var (name, value) in await Filled(browser, page, form, fields))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new StringContent(file.Content, new MediaTypeHeaderValue("text/csv")), file.Field, "list.csv");
        return await browser.PostAsync(new Uri(page, UriKind.Relative), content);
    }

    private static async Task<IEnumerable<KeyValuePair<string, string>>> Filled(
        HttpClient browser, string page, string form, Dictionary<string, string> fields)
    {
        var html = await browser.GetStringAsync(new Uri(page, UriKind.Relative));
        return fields.Append(new("_handler", form)).Append(new("__RequestVerificationToken", Token().Match(html).Groups[1].Value));
    }

    public void LayEverything()
    {
        Gateway.Lay("GET /api/identity/physicians/me", Examples.Person);
        Gateway.Lay($"GET /api/identity/physicians/{Examples.PhysicianId}", Examples.Person);
        Gateway.Lay("GET /api/identity/associations", Examples.Associations);
        Gateway.Lay("GET /api/identity/unregistered", StaffExamples.Unregistered);
        Gateway.Lay($"GET /api/identity/physicians/{StaffExamples.Waiting}", StaffExamples.WaitingPerson);
        Gateway.Lay("GET /api/identity/staff", StaffExamples.List);
        Gateway.Lay("POST /api/identity/staff-links", StaffExamples.Invitation);
        Gateway.Lay("GET /api/identity/terms/current", Examples.Terms);
        Gateway.Lay("GET /api/certification/certificates", Examples.Certificates);
        Gateway.Lay($"GET /api/certification/physicians/{Examples.PhysicianId}/certificates", Examples.Certificates);
        Gateway.Lay($"GET /api/certification/certificates/{Titles.Id}", Titles.Suspended);
        Gateway.Lay("GET /api/certification/evaluations/me", Examples.Lacking);
        Gateway.Lay($"GET /api/certification/evaluations/{Examples.PhysicianId}", Examples.Lacking);
        Gateway.Lay("GET /api/certification/applications", Examples.Cases);
        Gateway.Lay("GET /api/certification/applications/queue", Examples.Queue);
        Gateway.Lay($"GET /api/certification/applications/{Examples.ApplicationId}", Examples.Application("returned"));
        Gateway.Lay("GET /api/training-credits/ledgers/me", Examples.Ledger);
        Gateway.Lay("GET /api/training-credits/paper-credits", Examples.Paper);
        Gateway.Lay("GET /api/training-credits/trainings", Examples.Trainings);
        Gateway.Lay($"GET /api/training-credits/trainings/{Examples.TrainingId}", Examples.Training);
        Gateway.Lay($"GET /api/training-credits/trainings/{Examples.TrainingId}/history", Examples.TrainingHistory);
        Gateway.Lay($"GET /api/training-credits/trainings/{Examples.DraftId}", Examples.Draft);
        Gateway.Lay($"GET /api/training-credits/trainings/{Examples.DraftId}/history", Examples.TrainingHistory);
        Gateway.Lay("GET /api/training-credits/sign-ups/me", Examples.OwnSignUps);
        Gateway.Lay($"GET /api/training-credits/trainings/{Examples.TrainingId}/sign-ups", Examples.SignUps);
        Gateway.Lay("GET /api/training-credits/trainings/finder", Examples.Found);
        Gateway.Lay("GET /api/training-credits/trainings/unreported", Examples.Unreported);
        Gateway.Lay("GET /api/training-credits/claims", Claims.List);
        Gateway.Lay($"GET /api/training-credits/claims/{Claims.Id}", Claims.Details("at-organizer", mayAnswer: true));
        Gateway.Lay("GET /api/training-credits/flags", Flags.List);
        Gateway.Lay($"GET /api/training-credits/flags/{Flags.Id}", Flags.Details);
        Gateway.Lay("GET /api/training-credits/suspense", Examples.Suspense);
        Gateway.Lay($"GET /api/training-credits/trainings/{Examples.TrainingId}/attendance", Examples.Attendees);
        Gateway.Lay($"POST /api/training-credits/trainings/{Examples.TrainingId}/attendance", Examples.Attendance);
        Gateway.Lay($"POST /api/training-credits/trainings/{Examples.TrainingId}/attendance/typed", Examples.Attendance);
        Gateway.Lay("GET /api/notifications/notices", Examples.Notices);
        Gateway.Lay($"GET /api/notifications/notices/{Examples.NoticeId}", Examples.Notice);
        Gateway.Lay("GET /api/notifications/organisation-notices", Organisations.Notices);
        Gateway.Lay($"GET /api/notifications/organisation-notices/{Organisations.NoticeId}", Organisations.Notice);
        Gateway.Lay("GET /api/notifications/templates/desk-overdue", Organisations.Template);
        Gateway.Lay("GET /api/notifications/coverage", Examples.Coverage);
        Gateway.Lay("POST /api/certification/evaluations/me/what-if", Examples.WhatIf);
        Gateway.Lay("GET /api/certification/simulations", SimulatorPageTests.List);
        Gateway.Lay("GET /api/certification/simulations/OCC-R-28", SimulatorPageTests.Worked);
        Gateway.Lay("POST /api/certification/simulations", SimulatorPageTests.Answer);
        Gateway.Lay("GET /api/identity/credentials", Examples.Account);
        Gateway.Lay("GET /api/identity/sessions", Examples.Sessions);
        Gateway.Lay("GET /api/identity/passkeys", Examples.Passkeys);
        Gateway.Lay("GET /api/identity/physicians/me/accesses", Examples.Accesses);
        Gateway.Lay("GET /api/training-credits/ledgers/me/accesses", Examples.LedgerAccesses);
        Gateway.Lay("GET /api/identity/machine-clients", Examples.Clients);
        Gateway.Lay("GET /api/identity/physicians/me/standings", Examples.Standings);
        Gateway.Lay($"GET /api/identity/physicians/{Examples.PhysicianId}/standings", Examples.Standings);
        Gateway.Lay("POST /api/identity/physicians/search", Examples.Hits);
        Gateway.Lay("GET /api/identity/registrations", Examples.Registrations);
        Gateway.Lay("POST /api/identity/imports/physicians", Examples.Import);
        Gateway.Lay($"GET /api/training-credits/ledgers/{Examples.PhysicianId}", Examples.Ledger);
        Gateway.Lay("GET /api/notifications/renewal-runs", Exchange.Runs);
        Gateway.Lay("GET /api/notifications/letters", Exchange.Letters);
        Gateway.Lay("GET /api/notifications/inquiries", Exchange.Inquiries);
        Gateway.Lay($"GET /api/notifications/inquiries/{Exchange.InquiryId}", Exchange.Thread);
        Gateway.Lay("GET /api/certification/certificates/ending", Examples.Ending);
        Gateway.Lay("GET /api/notifications/renewal-lists", Exchange.RenewalList);
        Gateway.Lay("GET /api/certification/certificates/accesses", Examples.Prints);
        Gateway.Lay("GET /api/notifications/preferences", Wordings.Choices);
        Gateway.Lay("GET /api/notifications/stop-links/token", Wordings.StopLink);
        Gateway.Lay("GET /api/notifications/templates", Wordings.Templates);
        Gateway.Lay("GET /api/notifications/lead-times", Wordings.Leads);
        Gateway.Lay("GET /api/notifications/answer-templates", Exchange.AnswerTemplates);
        Gateway.Lay("GET /api/notifications/webhooks", Hooks.List);
        Gateway.Lay($"GET /api/notifications/webhooks/{Hooks.Id}", Hooks.One);
        Gateway.Lay($"GET /api/notifications/webhooks/{Hooks.Id}/deliveries", Hooks.Deliveries);
        Gateway.Lay("GET /api/notifications/templates/one-year", Wordings.Template);
        Gateway.Lay("POST /api/notifications/templates/one-year/previews", Wordings.Preview);
        Gateway.Lay("GET /api/certification/intake-rounds", Rounds.Calendar);
        Gateway.Lay("GET /api/certification/payments", Fees.List);
        Gateway.Lay($"GET /api/certification/payments/{Fees.LineId}", Fees.Details());
        Doors.Lay(Gateway);
        Gateway.Lay("GET /verify/S1234567", Examples.Verification);
        Gateway.Lay("GET /verify", Examples.Checked("as-printed"));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
