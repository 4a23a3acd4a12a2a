using System.Net;
using System.Text.Json.Nodes;

namespace Mamis.Portal.Tests;

public sealed class PageTests : IAsyncLifetime
{
    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_my_page_says_what_is_missing_by_when_and_what_to_do()
    {
        _app.Gateway.Lay("GET /api/certification/applications", Examples.NoCases);
        var page = await Read("physician", "/my-page");

        Assert.Contains("2027年1月31日(令和9年)", page, StringComparison.Ordinal);
        Assert.Contains("12 / 20", page, StringComparison.Ordinal);
        Assert.Contains(Words.Explain("OCC_RENEWAL_FIELD_SHORT"), page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("next.collect", "2027年1月31日(令和9年)"), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_sent_back_is_what_comes_next() =>
        Assert.Contains(Words.Say("next.correct"), await Read("physician", "/my-page"), StringComparison.Ordinal);

    [Fact]
    public async Task A_service_that_is_away_leaves_the_rest_of_the_page_standing()
    {
        _app.Gateway.LayProblem("GET /api/certification/evaluations/me", 503, ("SERVICE_AWAY", null));
        var page = await Read("physician", "/my-page");

        Assert.Contains("S1234567", page, StringComparison.Ordinal);
        Assert.Contains(Words.Explain("SERVICE_AWAY"), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_typed_is_shown_as_text_never_as_markup()
    {
        const string attack = "<script>alert(1)</script>";
        _app.Gateway.Lay("GET /api/training-credits/ledgers/me", Examples.Ledger.Replace("架空実地研修", attack, StringComparison.Ordinal));
        using var browser = _app.Browser("physician");
        var page = await browser.GetStringAsync(new Uri("/ledger", UriKind.Relative));

        Assert.DoesNotContain(attack, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_sees_how_many_notices_nobody_can_account_for_and_which_G2()
    {
        var page = await Read("county-staff", "/desk/coverage?on=令和8年11月23日", "13-001");

        Assert.Contains("notice bad", page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("coverage.gaps", 1), page, StringComparison.Ordinal);
        Assert.Contains(Words.Explain("NOT_TOLD"), page, StringComparison.Ordinal);
        Assert.Contains(Words.Explain("NO_ADDRESS"), page, StringComparison.Ordinal);
        Assert.Contains("/desk/coverage.csv?on=2026-11-23", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_title_and_a_day_that_is_none_are_shown_as_such()
    {
        _app.Gateway.Lay("GET /verify/S1234567", Examples.Verification.Replace("\"valid\"", "\"lapsed\"", StringComparison.Ordinal));

        Assert.Contains(Words.Term("verify", "lapsed"), await Read("physician", "/verify/S1234567?on=2027-02-01"), StringComparison.Ordinal);
        Assert.Contains(Words.Say("verify.day-unreadable"), await Read("physician", "/verify/S1234567?on=2027-02-30"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("as-printed", "", "good")]
    [InlineData("changed", "\"renewed\",\"lapsed\"", "wait")]
    [InlineData("forged", "", "bad")]
    public async Task A_paper_that_was_read_is_shown_beside_the_certificate_of_today_G3(string verdict, string changes, string tone)
    {
        _app.Gateway.Lay("GET /verify", Examples.Checked(verdict, changes));
        var page = await Read("physician", "/verify?snapshot=a.b.c");

        Assert.Contains($"notice {tone}", page, StringComparison.Ordinal);
        Assert.Contains(Words.Say($"paper.{verdict}"), page, StringComparison.Ordinal);
        Assert.Equal(changes.Length > 0, page.Contains(Words.Term("change", "renewed"), StringComparison.Ordinal));
        Assert.Contains(Words.Say("paper.issued"), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_on_a_paper_is_compared_and_never_stands_in_an_address()
    {
        _app.Gateway.Lay("POST /api/certification/paper-checks", Examples.Checked("forged", personMatches: "false"));
        using var browser = _app.Browser();
        using var answer = await PortalApp.Submit(browser, "/verify?snapshot=a.b.c", "person", new() { ["name"] = "架空 太郎", ["birthDate"] = "昭和36年4月2日" });
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        var sent = JsonNode.Parse(_app.Gateway.Calls.Last(it => it.Call.StartsWith("POST", StringComparison.Ordinal)).Body);

        Assert.Equal(("a.b.c", "架空 太郎", "1961-04-02"), (sent?["snapshot"]?.GetValue<string>(), sent?["name"]?.GetValue<string>(), sent?["birthDate"]?.GetValue<string>()));
        Assert.Contains(Words.Say("paper.other-person-text"), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_can_be_printed_from_the_my_page_and_from_the_case()
    {
        Assert.Contains($"href=\"/certificates/{Examples.EntryId}.pdf\"", await Read("physician", "/my-page"), StringComparison.Ordinal);
        Assert.Contains(
            $"href=\"/certificates/{Examples.EntryId}.pdf\"", await Read("jma-staff", $"/desk/cases/{Examples.ApplicationId}", "JMA"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_sees_what_ends_by_month_and_takes_the_same_days_along()
    {
        var page = await Read("county-staff", "/desk/ending?from=令和8年11月1日", "13-001");

        Assert.Contains(Words.Say("ending.year-month", 2027, 1), page, StringComparison.Ordinal);
        Assert.Contains("/desk/ending.csv?from=2026-11-01&to=2027-10-31&association=13-001", page, StringComparison.Ordinal);
        Assert.Contains($"association=13-001&cursor=20270131{Examples.EntryId}", page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("loss.lapsed", "2027年2月1日(令和9年)"), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_that_cannot_be_read_is_asked_for_again()
    {
        _app.Gateway.LayProblem("GET /api/certification/certificates/ending", 422, ("PERIOD_UNUSABLE", "to"));
        using var browser = _app.Browser("county-staff", "13-001");
        using var unreadable = await browser.GetAsync(new Uri("/desk/ending?from=2026-02-30", UriKind.Relative));
        using var unusable = await browser.GetAsync(new Uri("/desk/ending?from=2027-01-01&to=2026-01-01", UriKind.Relative));

        Assert.Contains(Words.Say("form.date-NoDate"), WebUtility.HtmlDecode(await unreadable.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unusable.StatusCode);
        Assert.Contains(Words.Explain("PERIOD_UNUSABLE"), WebUtility.HtmlDecode(await unusable.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_to_come_are_tried_out_and_shown_beside_what_is_there()
    {
        var page = await Read(
            "physician", "/what-if?scheme=occupational&kind=renewal&asOf=令和9年1月10日&sessions[0].date=2026-12-01&sessions[0].category=life-field&sessions[0].units=８&sessions[0].mode=onsite");

        Assert.Equal(
            """{"scheme":"occupational","kind":"renewal","asOf":"2027-01-10","sessions":[{"date":"2026-12-01","category":"life-field","units":8,"mode":"onsite"}]}""",
            _app.Gateway.Calls.Last(it => it.Call.EndsWith("/what-if", StringComparison.Ordinal)).Body);
        Assert.Contains("12 / 20", page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("finding.met-text"), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_credit_is_declared_as_the_handbook_says_it()
    {
        _app.Gateway.Lay("POST /api/training-credits/ledgers/me/paper-credits", $$"""{"entryId":"{{Examples.EntryId}}"}""", 201);
        using var browser = _app.Browser("physician");
        using var answer = await PortalApp.Submit(browser, "/paper-credits", "paper-credit", new()
        {
            ["training"] = "架空研修",
            ["date"] = "R6.11.3",
            ["category"] = "life-field",
            ["units"] = "３",
            ["mode"] = "onsite",
        });
        var sent = JsonNode.Parse(_app.Gateway.Calls.Last(it => it.Call.StartsWith("POST", StringComparison.Ordinal)).Body);

        Assert.Equal("/paper-credits?stored=true", answer.Headers.Location?.OriginalString);
        Assert.Equal("2024-11-03", sent?["date"]?.GetValue<string>());
        Assert.Equal(3, sent?["units"]?.GetValue<int>());
        Assert.Null(sent?["item"]);
    }

    [Fact]
    public async Task What_the_service_refuses_stands_at_its_field_with_what_was_typed()
    {
        _app.Gateway.LayProblem("POST /api/training-credits/ledgers/me/paper-credits", 409, ("PAPER_AFTER_CUTOFF", "date"));
        using var browser = _app.Browser("physician");
        using var answer = await PortalApp.Submit(browser, "/paper-credits", "paper-credit", new()
        {
            ["training"] = "typed by me",
            ["date"] = "2025-04-01",
            ["category"] = "life-field",
            ["units"] = "3",
            ["mode"] = "onsite",
        });
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<a href=\"#date\">" + Words.Explain("PAPER_AFTER_CUTOFF"), page, StringComparison.Ordinal);
        Assert.Contains("typed by me", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attendance_list_is_previewed_and_then_posted_unchanged()
    {
        using var browser = _app.Browser("organizer", "ORG");
        var page = $"/organizer/trainings/{Examples.TrainingId}";
        const string rows = "licenceNumber,familyName,givenName,birthDate,session,role,mode,attendance\r\n1,架空,花子,1961-04-02,1,attendee,onsite,full\r\n";
        using var answer = await PortalApp.Submit(browser, page, "post-list", new() { ["content"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(rows)) });
        var shown = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        var call = _app.Gateway.Calls.Last(it => it.Call.StartsWith("POST", StringComparison.Ordinal));

        Assert.Equal(rows, call.Body);
        Assert.Equal("text/csv; charset=utf-8", call.Headers.ContentType.ToString());
        Assert.Contains(Words.Explain("NAME_MISMATCH"), shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_posted_attendance_is_withdrawn_with_a_reason()
    {
        var call = $"POST /api/training-credits/trainings/{Examples.TrainingId}/attendance/{Examples.EntryId}/withdrawal";
        var page = $"/organizer/trainings/{Examples.TrainingId}/attendees";
        _app.Gateway.Lay(call, "", 204);
        using var browser = _app.Browser("organizer", "ORG");
        using var silent = await PortalApp.Submit(browser, page, $"correct-{Examples.EntryId}", new() { ["what"] = "withdrawal" });
        using var answer = await PortalApp.Submit(browser, page, $"correct-{Examples.EntryId}", new() { ["what"] = "withdrawal", ["reason"] = "別人でした" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Equal(page, answer.Headers.Location?.OriginalString);
        Assert.Equal("別人でした", JsonNode.Parse(_app.Gateway.Calls.Single(it => it.Call == call).Body)?["reason"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_desk_matches_a_held_row_with_the_physician_it_is_offered()
    {
        var call = $"POST /api/training-credits/suspense/{Examples.NoticeId}/match";
        _app.Gateway.LayProblem(call, 409, ("SUSPENDED_ROW_SETTLED", null));
        using var browser = _app.Browser("county-staff", "13-001");
        using var answer = await PortalApp.Submit(browser, "/desk/suspense", $"match-{Examples.NoticeId}-{Examples.PhysicianId}", []);

        Assert.Equal(Examples.PhysicianId, JsonNode.Parse(_app.Gateway.Calls.Single(it => it.Call == call).Body)?["physicianId"]?.GetValue<string>());
        Assert.Contains(Words.Explain("SUSPENDED_ROW_SETTLED"), WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_is_asked_for_as_known_on_a_day_in_any_writing()
    {
        using var browser = _app.Browser("physician");
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri("/ledger?on=令和8年4月1日", UriKind.Relative)));

        Assert.Contains("/ledger/export?format=csv&asKnownOn=2026-04-01", page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("entry-step.posted"), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_records_the_fee_and_approves_the_version_it_saw()
    {
        _app.Gateway.Lay($"GET /api/certification/applications/{Examples.ApplicationId}", Examples.Application("at-desk", "13-001"));
        _app.Gateway.Lay($"POST /api/certification/applications/{Examples.ApplicationId}/fee-receipts", "", 204);
        _app.Gateway.LayProblem($"POST /api/certification/applications/{Examples.ApplicationId}/approvals", 409, ("FEE_UNPAID", null), ("PAPER_ORIGINAL_NOT_RECEIVED", null));
        using var browser = _app.Browser("county-staff", "13-001");
        var page = $"/desk/cases/{Examples.ApplicationId}";
        using var fee = await PortalApp.Submit(browser, page, "fee", new() { ["amount"] = "１０,000", ["feeReceivedOn"] = "令和8年11月20日" });
        using var approval = await PortalApp.Submit(browser, page, "approve", new() { ["version"] = "5" });
        var refused = WebUtility.HtmlDecode(await approval.Content.ReadAsStringAsync());

        Assert.Equal($"{page}?done=fee", fee.Headers.Location?.OriginalString);
        Assert.Equal("""{"certifiedOn":null,"ifVersion":5}""", _app.Gateway.Calls.Last(it => it.Call.EndsWith("/approvals", StringComparison.Ordinal)).Body);
        Assert.Contains(Words.Explain("FEE_UNPAID"), refused, StringComparison.Ordinal);
        Assert.Contains(Words.Explain("PAPER_ORIGINAL_NOT_RECEIVED"), refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("county-staff", "/desk/trainings", "/desk/suspense", true)]
    [InlineData("jma-staff", "/desk/letters", "/desk/renewal-runs", true)]
    [InlineData("county-staff", "/desk/letters", "/desk/renewal-runs", false)]
    [InlineData("county-staff", "/desk/queue", "/desk/registrations", false)]
    [InlineData("physician", "/trainings/find", "/sign-ups", true)]
    public async Task Within_an_area_its_pages_stand_below_the_menu(string role, string page, string beside, bool isThere) => Assert.Equal(
        isThere, (await Read(role, page, "13-001")).Split("<main", 2)[0].Contains($"href=\"{beside}\"", StringComparison.Ordinal));

    [Fact]
    public async Task The_portal_calls_in_the_readers_name_and_shows_who_it_is()
    {
        using var browser = _app.Browser("physician");
        browser.DefaultRequestHeaders.Add("Cookie", "__Host-mamis=opaque; other=1");
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.7");
        _ = await browser.GetStringAsync(new Uri("/inbox", UriKind.Relative));
        var call = _app.Gateway.Calls.Last(it => it.Call == "GET /api/notifications/notices");

        Assert.Equal("__Host-mamis=opaque", call.Headers.Cookie.ToString());
        Assert.Equal("192.0.2.7", call.Headers["X-Forwarded-For"].ToString());
        Assert.Equal("1", call.Headers["X-Mamis-Request"].ToString());
        Assert.NotEmpty(call.Headers["X-Mamis-Portal"].ToString());
        Assert.Empty(call.Headers.Authorization.ToString());
    }

    [Fact]
    public async Task A_session_that_ended_meanwhile_leads_to_the_login_and_back()
    {
        _app.Gateway.LayProblem("GET /api/notifications/notices", 401, ("SIGN_IN_REQUIRED", null));
        using var browser = _app.Browser("physician");
        using var answer = await browser.GetAsync(new Uri("/inbox", UriKind.Relative));

        Assert.Equal("/login?next=%2Finbox", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_unknown_page_is_a_page_that_says_so()
    {
        using var browser = _app.Browser();
        using var answer = await browser.GetAsync(new Uri("/no/such/page", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(Words.Say("problem.not-found"), WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    private async Task<string> Read(string role, string page, string? association = null)
    {
        using var browser = _app.Browser(role, association);
        return WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(page, UriKind.Relative)));
    }
}
