using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Contracts.Certification;
using Mamis.Contracts.TrainingCredits;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Views.Coverage;
using Mamis.Testing;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>Who applied for the renewal is not reminded of it; who then did not get on is (N1, N2, N5, G2).</summary>
[Trait("Category", "Servers")]
public sealed class AlreadyAppliedTests : IAsyncLifetime, IDisposable
{
    private const string Email = "kakuu@example.invalid";

    private static readonly DateTimeOffset Earlier = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly NotificationsApp _app = new();
    private readonly Guid _application = Guid.CreateVersion7();

    private DateOnly End => _app.Clock.Today().AddDays(60);

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Who_applied_is_not_reminded_and_stays_on_the_list_of_the_desk_N2()
    {
        var holder = Holder.NonMember(End);
        await Applied(holder);
        await _app.RunFor(holder, Email);

        await Cards("state = 'Waived' and code = 'ALREADY_APPLIED'", 2);
        Assert.NotNull(await _app.Card("state = 'Listed'"));
        Assert.Equal([("ALREADY_APPLIED", 2)], await Explained());
        using var desk = _app.As(TestTokens.For(Roles.PrefectureStaff, association: "27"));
        var list = await desk.GetFromJsonAsync<JsonObject>("/renewal-lists");
        Assert.Equal([true], (list?["physicians"]?.AsArray() ?? []).Select(it => it?["applied"]?.GetValue<bool>()));
    }

    [Fact]
    public async Task A_letter_nobody_has_printed_yet_is_taken_back()
    {
        var holder = Holder.NonMember(End);
        await _app.RunFor(holder, email: null);
        await Cards("state = 'LetterOrdered'", 2);
        await Applied(holder);

        await Cards("state = 'Waived' and code = 'ALREADY_APPLIED'", 2);
    }

    public static TheoryData<string> Stops => ["sent back", "withdrawn", "short of credits"];

    [Theory]
    [MemberData(nameof(Stops))]
    public async Task An_application_that_came_to_nothing_is_followed_by_the_reminder(string how)
    {
        var holder = Holder.NonMember(End);
        await Applied(holder);
        await _app.RunFor(holder, Email);
        await Cards("state = 'Waived' and code = 'ALREADY_APPLIED'", 2);
        await Stopped(holder, how, Earlier.AddDays(1));

        await _app.RunForToday();
        await Cards("state = 'Sent'", 2);
    }

    [Fact]
    public async Task Runs_side_by_side_resume_each_reminder_once()
    {
        var holder = Holder.NonMember(End);
        await Applied(holder);
        await _app.RunFor(holder, Email);
        await Cards("state = 'Waived' and code = 'ALREADY_APPLIED'", 2);
        await Stopped(holder, "withdrawn", Earlier.AddDays(1));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _app.RunForToday()));
        await Cards("state = 'Sent'", 2);
        Assert.Equal(2, await _app.Database.Find<int>("select count(*)::integer from mt_events where type = 'notice_resumed'", new { }, CancellationToken.None));
        Assert.Equal(2, _app.Mailbox.List().Count);
    }

    [Fact]
    public async Task Missing_credits_are_asked_for_anew()
    {
        var holder = Holder.NonMember(End);
        _app.Certification.Know(holder, special: 5);
        await Applied(holder);
        await _app.RunFor(holder, Email);
        await NotificationsApp.Eventually(() => _app.Warning("state = 'Waived' and code = 'ALREADY_APPLIED'"));
        _app.Certification.Know(holder);
        await Stopped(holder, "withdrawn", Earlier.AddDays(1));

        await _app.RunForToday();
        await NotificationsApp.Eventually(() => _app.Warning("state = 'Waived' and code = 'NOTHING_MISSING'"));
    }

    [Fact]
    public async Task The_latest_word_on_an_application_counts_whatever_comes_first()
    {
        var holder = Holder.NonMember(End);
        await Stopped(holder, "sent back", Earlier.AddDays(1));
        await Applied(holder);
        Assert.False(await UnderWay());

        await Applied(holder, Earlier.AddDays(2));
        Assert.True(await UnderWay());
    }

    [Fact]
    public async Task Another_scheme_another_term_and_a_new_certificate_withhold_nothing()
    {
        var holder = Holder.NonMember(End);
        await Applied(holder, scheme: "Sports");
        await Applied(holder, term: End.AddDays(-1));
        await _app.Publish(Submission(holder, Earlier) with { ApplicationId = Guid.CreateVersion7(), RenewsTermTo = null });
        await _app.RunFor(holder, Email);

        await Cards("state = 'Sent'", 2);
    }

    [Fact]
    public async Task Who_stopped_and_was_not_reminded_the_day_after_is_a_gap_G2()
    {
        var holder = Holder.NonMember(End);
        await Applied(holder);
        await _app.RunFor(holder, Email);
        await Cards("state = 'Waived' and code = 'ALREADY_APPLIED'", 2);
        await Stopped(holder, "withdrawn", _app.Clock.GetUtcNow());

        Assert.Equal(0, (await Report(_app.Clock.Today())).Unexplained);
        Assert.Equal(2, (await Report(_app.Clock.Today().AddDays(1))).Gaps.Count(it => it.Code == "NOT_TOLD"));
    }

    private static ApplicationSubmitted Submission(Holder holder, DateTimeOffset at) => new()
    {
        ApplicationId = Guid.CreateVersion7(),
        PhysicianId = holder.PhysicianId,
        Round = 1,
        EntryIds = [],
        Scheme = "Occupational",
        RenewsTermTo = holder.ValidTo,
        OccurredAt = at,
    };

    private async Task Applied(Holder holder, DateTimeOffset? at = null, string scheme = "Occupational", DateOnly? term = null)
    {
        var day = at ?? Earlier;
        await _app.Publish(Submission(holder, day) with { ApplicationId = _application, Scheme = scheme, RenewsTermTo = term ?? holder.ValidTo });
        await NotificationsApp.Eventually(() => Found("application_id = @_application and scheme = @scheme and at >= @day", new { _application, scheme, day }));
    }

    private async Task Stopped(Holder holder, string how, DateTimeOffset at)
    {
        await (how switch
        {
            "sent back" => _app.Publish(new ApplicationReturned { ApplicationId = _application, PhysicianId = holder.PhysicianId, Desk = "27", OccurredAt = at }),
            "withdrawn" => _app.Publish(new ApplicationClosed { ApplicationId = _application, PhysicianId = holder.PhysicianId, Reason = "withdrawn", OccurredAt = at }),
            _ => _app.Publish(new CreditsFoundShort { ApplicationId = _application, PhysicianId = holder.PhysicianId, EntryIds = [], OccurredAt = at }),
        });
        await NotificationsApp.Eventually(() => Found("application_id = @_application and not under_way", new { _application }));
    }

    private Task<bool> UnderWay() => _app.Database.Find<bool>("select bool_or(under_way) from renewals_under_way", new { }, CancellationToken.None);

    private Task<string?> Found(string condition, object parameters) => _app.Database.Find<string>(
        $"select 'found' from renewals_under_way where {condition}", parameters, CancellationToken.None);

    /// <summary>Waits until so many of N1 and N2 stand like this.</summary>
    private Task<string> Cards(string condition, int number) => NotificationsApp.Eventually(() => _app.Database.Find<string>(
        $"select 'all' from notice_cards where kind in ('OneYear', 'FourMonths') and ({condition}) having count(*) = {number}", new { }, CancellationToken.None));

    private Task<CoverageReport> Report(DateOnly on) => CoverageReport.Of(new(on, Association.Jma), _app.Database, CancellationToken.None);

    private async Task<IEnumerable<(string? Code, int Number)>> Explained() => (await Report(_app.Clock.Today())).Counts
        .Where(it => it.Outcome is Outcome.Explained && !it.Kind.ToString().StartsWith("Missing", StringComparison.Ordinal))
        .GroupBy(it => it.Code).Select(it => (it.Key, it.Sum(count => count.Number)));
}
