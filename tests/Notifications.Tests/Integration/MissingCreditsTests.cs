using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Mamis.Contracts.Certification;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Views.Coverage;
using Mamis.Testing;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>Missing credits at twelve, six, four and two months (N5): asked for in batches, told once, or on record why not.</summary>
[Trait("Category", "Servers")]
public sealed class MissingCreditsTests : IAsyncLifetime, IDisposable
{
    private const string Email = "kakuu@example.invalid";

    private readonly NotificationsApp _app = new();

    private DateOnly Today => _app.Clock.Today();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Who_lacks_credits_is_told_by_mail_which_and_by_when_and_a_second_run_adds_none_N5()
    {
        var holder = Holder.NonMember(Today.MonthsAfter(6));
        _app.Certification.Know(holder, special: 3);
        await _app.RunFor(holder, Email);
        var notice = await NotificationsApp.Eventually(() => _app.Warning("kind = 'MissingAtSix' and state = 'Sent'"));
        await _app.RunForToday();

        Assert.Contains(_app.Mailbox.List().Select(it => Encoding.UTF8.GetString(_app.Mailbox.Find(it.Id) ?? [])), it => it.Contains($"{notice.Id:N}@", StringComparison.Ordinal));
        Assert.Contains("専門", (await Text(notice.Id))?["body"]?.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(["MissingAtSix"], await Warnings());
        Assert.Equal([(Today, 1)], _app.Certification.Questions);
    }

    [Fact]
    public async Task Who_lacks_nothing_is_not_told_and_the_coverage_says_why_G2()
    {
        var holder = Holder.NonMember(Today.MonthsAfter(2));
        _app.Certification.Know(holder);
        await _app.RunFor(holder, Email);
        await NotificationsApp.Eventually(() => _app.Warning("kind = 'MissingAtTwo' and state = 'Waived' and code = 'NOTHING_MISSING'"));
        var report = await CoverageReport.Of(new(Today, Association.Jma), _app.Database, CancellationToken.None);

        Assert.Contains(report.Counts, it => it.Outcome is Outcome.Explained && it.Code == "NOTHING_MISSING");
        Assert.Equal(0, report.Unexplained);
    }

    [Fact]
    public async Task A_new_term_is_warned_of_anew_and_an_answer_about_another_term_is_dropped_N5()
    {
        var holder = Holder.NonMember(Today.MonthsAfter(4));
        _app.Certification.Know(holder, special: 1);
        await _app.RunFor(holder, Email);
        await NotificationsApp.Eventually(() => _app.Warning("kind = 'MissingAtFour' and state = 'Sent'"));
        var moved = holder.ValidTo.AddDays(-1);
        await _app.Know([holder.Term(version: 2, validTo: moved)], []);
        await _app.RunForToday();

        Assert.Equal(moved, (await NotificationsApp.Eventually(() => _app.Warning("kind = 'MissingAtFour' and code = 'TERM_REPLACED'"))).ValidTo);
    }

    [Fact]
    public async Task A_thousand_certificates_are_three_questions_and_a_run_waits_for_none_N5()
    {
        _app.Certification.Away = true;
        Holder[] holders = [.. Enumerable.Range(0, 1_200).Select(_ => Holder.NonMember(Today.MonthsAfter(12)))];
        Array.ForEach(holders, it => _app.Certification.Know(it, special: 0));
        await _app.Know(holders.Select(it => it.Term()), []);
        await _app.RunForToday();

        Assert.Equal(1_200, await Number("select count(*)::integer from notice_cards where kind = 'MissingAtTwelve' and state = 'Scheduled'"));
        _app.Certification.Away = false;
        _app.Clock.Advance(TimeSpan.FromHours(2));
        await NotificationsApp.Eventually(async () => await Number("select count(*)::integer from notice_cards where code = 'NOTHING_MISSING'") == 1_200 ? "all" : null);
        Assert.Equal(3, await Number("select count(*)::integer from mamis_commands where kind = 'ask-for-credits'"));
        Assert.All(_app.Certification.Questions, it => Assert.InRange(it.Certificates, 200, 500));
    }

    [Fact]
    public async Task An_end_before_the_answer_waives_the_warning()
    {
        _app.Certification.Away = true;
        var holder = Holder.NonMember(Today.MonthsAfter(2));
        await _app.RunFor(holder, Email);
        await _app.Publish(new CertificateEnded { CertificateId = holder.CertificateId, PhysicianId = holder.PhysicianId, Reason = "lapsed", Version = 2, OccurredAt = default });

        await NotificationsApp.Eventually(() => _app.Warning("kind = 'MissingAtTwo' and code = 'CERTIFICATE_ENDED'"));
    }

    [Theory]
    [InlineData("2027-09-29", "2027-09-01", 0)]
    [InlineData("2027-09-30", "2027-09-01", 1)]
    [InlineData("2027-09-30", "2027-09-29", 1)]
    [InlineData("2027-09-30", "2027-09-30", 0)]
    [InlineData("2028-03-31", "2020-02-01", 1)]
    [InlineData("2028-03-31", "2020-01-31", 0)]
    [InlineData("2028-04-01", "2020-02-01", 0)]
    public async Task The_end_of_the_special_measure_is_told_to_who_holds_by_it_once_and_the_coverage_asks_for_it_X2(string asOf, string validTo, int told)
    {
        var (day, holder) = (DateOnly.Parse(asOf, null), Holder.NonMember(DateOnly.Parse(validTo, null)));
        await _app.Know([holder.Term()], [holder.Standing()]);
        var gaps = (await CoverageReport.Of(new(day, Association.Jma), _app.Database, CancellationToken.None)).Gaps;
        await Run(day);
        await Run(day);

        Assert.Equal(told, gaps.Count(it => it.Kind is NoticeKind.SpecialMeasureEnds));
        Assert.Equal(told, await Number("select count(*)::integer from notice_cards where kind = 'SpecialMeasureEnds' and due_on = '2027-09-30'"));
    }

    private async Task Run(DateOnly asOf)
    {
        using var client = _app.As(TestTokens.For(Roles.JmaStaff, association: "JMA"));
        using var answer = await client.PostAsJsonAsync("/renewal-runs", new { asOf = $"{asOf:yyyy-MM-dd}" });
        answer.EnsureSuccessStatusCode();
    }

    private async Task<JsonNode?> Text(Guid notice)
    {
        using var client = _app.As(TestTokens.For(Roles.JmaStaff, association: "JMA"));
        return (await client.GetFromJsonAsync<JsonObject>($"/notices/{notice}"))?["text"];
    }

    private Task<IReadOnlyList<string>> Warnings() =>
        _app.Database.List<string>("select kind from notice_cards where kind like 'Missing%'", new { }, CancellationToken.None);

    private Task<int> Number(string sql) => _app.Database.Find<int>(sql, new { }, CancellationToken.None);
}
