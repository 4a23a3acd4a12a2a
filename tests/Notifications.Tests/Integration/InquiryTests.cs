using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Contracts.Certification;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class InquiryTests
{
    private const string Secret = "単位が足りません";

    [Fact]
    public async Task A_question_is_answered_and_the_physician_learns_by_mail_only_that_an_answer_waits()
    {
        await using var it = await InquiryApp.Start();
        using var desk = it.Staff("13-001");
        using var physician = it.Physician;
        var path = await it.Open("質問です");
        Assert.Equal((HttpStatusCode.NoContent, null), await InquiryApp.Post(desk, $"{path}/messages", new { text = Secret }));
        var notice = await it.App.Notice("Sent");
        var mail = MailParts.Of(it.App.Mailbox.Find(it.App.Mailbox.List()[0].Id));
        var thread = await InquiryApp.Read(physician, path);

        Assert.Equal(NoticeKind.InquiryAnswered, notice.Kind);
        Assert.Equal("【見本区医師会】お問い合わせに回答しました", Assert.Single(it.App.Mailbox.List()).Subject);
        Assert.DoesNotContain(Secret, mail.Plain + mail.Html, StringComparison.Ordinal);
        Assert.Equal(["asked 質問です", $"answered {Secret}"], Entries(thread).Select(e => $"{e["what"]} {e["text"]}"));
        Assert.Equal("answered", $"{thread["inquiry"]?["state"]}");
    }

    [Fact]
    public async Task Nobody_writes_a_letter_for_an_answer()
    {
        await using var it = await InquiryApp.Start(email: null);
        using var desk = it.Staff("13-001");
        await InquiryApp.Post(desk, $"{await it.Open()}/messages", new { text = "answer" });

        Assert.Equal("NO_EMAIL", (await it.App.Notice("Waived")).Code);
    }

    [Fact]
    public async Task What_is_written_stands_in_no_event_and_can_be_deleted_while_the_thread_stays_readable()
    {
        await using var it = await InquiryApp.Start();
        using var physician = it.Physician;
        var path = await it.Open(Secret);
        var inEvents = await it.App.Database.Find<int>("select count(*)::integer from mt_events where data::text like '%' || @Secret || '%'", new { Secret }, CancellationToken.None);
        await it.App.Database.Do("delete from inquiry_words", new { }, CancellationToken.None);
        var entry = Assert.Single(Entries(await InquiryApp.Read(physician, path)));

        Assert.Equal(0, inEvents);
        Assert.Equal(("asked", null), ($"{entry["what"]}", entry["text"]));
    }

    [Theory]
    [InlineData("13-001", "desk", HttpStatusCode.OK, HttpStatusCode.NoContent)]
    [InlineData("13", "desk", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("JMA", "desk", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("13-002", "desk", HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [InlineData("27", "desk", HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [InlineData("JMA", "support", HttpStatusCode.OK, HttpStatusCode.NoContent)]
    [InlineData("13-001", "support", HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    public async Task A_desk_answers_what_was_sent_to_it_and_reads_of_those_it_reaches_D4(
        string association, string to, HttpStatusCode reading, HttpStatusCode answering)
    {
        await using var it = await InquiryApp.Start();
        using var staff = it.Staff(association);
        var path = await it.Open(to: to);

        Assert.Equal(reading, (await staff.GetAsync(path)).StatusCode);
        Assert.Equal(answering, (await InquiryApp.Post(staff, $"{path}/messages", new { text = "answer" })).Status);
    }

    [Fact]
    public async Task A_stranger_finds_nothing_and_an_inquiry_stays_at_its_desk_after_a_move_Q19()
    {
        await using var it = await InquiryApp.Start();
        using var stranger = it.App.As(Testing.TestTokens.For(Roles.Physician));
        using var former = it.Staff("13-001");
        using var present = it.Staff("27");
        var path = await it.Open();
        await it.App.Know([], [(it.Holder with { County = null, Prefecture = null, WorkplacePrefecture = "27" }).Standing(version: 2)]);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).StatusCode);
        Assert.Equal((HttpStatusCode.NotFound, "INQUIRY_UNKNOWN"), await InquiryApp.Post(stranger, $"{path}/messages", new { text = "mine?" }));
        Assert.Equal(HttpStatusCode.NoContent, (await InquiryApp.Post(former, $"{path}/messages", new { text = "answer" })).Status);
    }

    [Fact]
    public async Task The_queue_shows_who_has_waited_longest_first_and_for_how_many_days()
    {
        await using var it = await InquiryApp.Start();
        using var desk = it.Staff("13-001");
        var (old, answered) = (await it.Open(), await it.Open());
        it.App.Clock.Advance(TimeSpan.FromDays(3));
        var young = await it.Open();
        await InquiryApp.Post(desk, $"{answered}/messages", new { text = "answer" });
        var queue = await InquiryApp.Read(desk, "/inquiries?desk=true");
        await InquiryApp.Post(desk, $"{answered}/closing", new { });

        Assert.Equal([old, young, answered], Lines(queue).Select(line => $"/inquiries/{line["inquiry"]?["id"]}"));
        Assert.Equal(["3", "0", string.Empty], Lines(queue).Select(line => $"{line["waitingDays"]}"));
        Assert.Equal(2, Lines(await InquiryApp.Read(desk, "/inquiries")).Length);
        Assert.Single(Lines(await InquiryApp.Read(desk, "/inquiries?state=closed")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.GetAsync("/inquiries?state=lost")).StatusCode);
    }

    [Fact]
    public async Task A_colleague_has_to_take_it_over_and_physicians_are_not_told_who_it_is()
    {
        await using var it = await InquiryApp.Start();
        var (first, second) = (it.Staff("13-001", Guid.CreateVersion7()), it.Staff("13-001", Guid.CreateVersion7()));
        using var physician = it.Physician;
        var path = await it.Open();
        await InquiryApp.Post(first, $"{path}/assignment", new { });

        Assert.Equal((HttpStatusCode.Conflict, "INQUIRY_WITH_COLLEAGUE"), await InquiryApp.Post(second, $"{path}/messages", new { text = "answer" }));
        Assert.Equal((HttpStatusCode.Conflict, "INQUIRY_UNANSWERED"), await InquiryApp.Post(second, $"{path}/closing", new { }));
        await InquiryApp.Post(second, $"{path}/assignment", new { });
        Assert.Equal(HttpStatusCode.NoContent, (await InquiryApp.Post(second, $"{path}/messages", new { text = "answer" })).Status);

        var (seen, own) = (await InquiryApp.Read(physician, path), await InquiryApp.Read(first, path));
        Assert.Equal(["asked", "answered"], Entries(seen).Select(e => $"{e["what"]}"));
        Assert.All([seen["inquiry"]?["assignedTo"], .. Entries(seen).Select(e => e["staff"])], Assert.Null);
        Assert.Equal(["asked", "assigned", "assigned", "answered"], Entries(own).Select(e => $"{e["what"]}"));
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once_and_nothing_is_kept()
    {
        await using var it = await InquiryApp.Start();
        using var physician = it.Physician;
        using var newcomer = it.App.As(Testing.TestTokens.For(Roles.Physician));
        using var answer = await physician.PostAsJsonAsync("/inquiries", new { to = "anybody", text = " ", applicationId = Guid.CreateVersion7() });
        var codes = (await answer.Content.ReadFromJsonAsync<JsonObject>())?["refusals"]?.AsArray().Select(r => $"{r?["code"]} {r?["subject"]}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["INQUIRY_ADDRESSEE_UNKNOWN to", "INQUIRY_TEXT_MISSING text", "INQUIRY_APPLICATION_UNKNOWN applicationId"], codes);
        Assert.Equal((HttpStatusCode.Conflict, "INQUIRY_DESK_UNKNOWN"), await InquiryApp.Post(newcomer, "/inquiries", new { to = "desk", text = "x" }));
        Assert.Equal(0, await it.App.Database.Find<int>("select count(*)::integer from inquiry_words", new { }, CancellationToken.None));
    }

    [Fact]
    public async Task An_own_submitted_application_can_be_attached_and_nobody_elses()
    {
        await using var it = await InquiryApp.Start();
        using var physician = it.Physician;
        using var other = it.App.As(Testing.TestTokens.For(Roles.Physician));
        var submitted = new ApplicationSubmitted { ApplicationId = Guid.CreateVersion7(), PhysicianId = it.Holder.PhysicianId, Round = 1, EntryIds = [], OccurredAt = default };
        await it.App.Publish(submitted);
        await NotificationsApp.Eventually(() => it.App.Database.Find<string>("select 'row' from submitted_applications", new { }, CancellationToken.None));

        Assert.Equal(HttpStatusCode.Created, (await InquiryApp.Post(physician, "/inquiries", new { to = "desk", text = "x", applicationId = submitted.ApplicationId })).Status);
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "INQUIRY_APPLICATION_UNKNOWN"),
            await InquiryApp.Post(other, "/inquiries", new { to = "support", text = "x", applicationId = submitted.ApplicationId }));
    }

    private static JsonObject[] Entries(JsonObject thread) => [.. (thread["entries"]?.AsArray() ?? []).OfType<JsonObject>()];

    private static JsonObject[] Lines(JsonObject list) => [.. (list["inquiries"]?.AsArray() ?? []).OfType<JsonObject>()];
}
