using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Messaging;
using Mamis.Testing;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>Fee and handbook that the first desk awaits (N5): one reminder after 14 days, one after 28, none once they came.</summary>
[Trait("Category", "Servers")]
public sealed class ReceiptReminderTests : IAsyncLifetime, IDisposable
{
    private readonly NotificationsApp _app = new();
    private readonly Holder _holder = Holder.Member(TimeProvider.System.Today().AddYears(3));
    private readonly Guid _application = Guid.CreateVersion7();
    private readonly DateOnly _since = TimeProvider.System.Today();

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        _app.Identity.People[_holder.PhysicianId] = _holder.Person("kakuu@example.invalid");
        Wait(fee: true, original: true);
    }

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_desk_reminds_on_the_14th_and_on_the_28th_day_and_not_a_day_earlier_N5()
    {
        Assert.Equal(0, await AfterDays(13));
        Assert.Equal(1, await AfterDays(14));
        Assert.Equal(1, await AfterDays(27));
        Assert.Equal(2, await AfterDays(28));
        Assert.Equal(2, await AfterDays(60));
    }

    [Fact]
    public async Task What_came_meanwhile_is_not_reminded_of_N5()
    {
        Assert.Equal(1, await AfterDays(14));
        Wait(fee: false, original: true);
        Assert.Equal(2, await AfterDays(28));
        var texts = await _app.Database.List<string>(
            "select t.body from notice_cards n join sent_texts t on t.notice_id = n.id order by n.due_on", new { }, CancellationToken.None);

        Assert.Equal([true, false], texts.Select(it => it.Contains("・審査・登録料", StringComparison.Ordinal)));
        Assert.All(texts, it => Assert.Contains("・産業医学研修手帳", it, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_paid_or_withdrew_is_left_in_peace_N5()
    {
        Assert.Equal(1, await AfterDays(14));
        _app.Certification.Waiting.Clear();
        Assert.Equal(1, await AfterDays(28));
    }

    [Fact]
    public async Task A_run_for_a_day_to_come_reminds_nobody_before_the_days_have_passed_N5()
    {
        using var client = _app.As(TestTokens.For(Roles.JmaStaff, association: "JMA"));
        using var answer = await client.PostAsJsonAsync("/renewal-runs", new { asOf = $"{_app.Clock.Today().AddDays(100):yyyy-MM-dd}" });
        answer.EnsureSuccessStatusCode();

        Assert.Equal(0, await Reminders());
    }

    [Fact]
    public async Task The_applicant_finds_it_in_the_inbox_in_the_name_of_the_desk_N5()
    {
        await AfterDays(14);
        using var client = _app.As(TestTokens.For(Roles.Physician, _holder.PhysicianId));
        var notice = (await client.GetFromJsonAsync<JsonObject>("/notices"))?["notices"]?[0];

        Assert.Equal(("receipts-awaited", "13-001"), ($"{notice?["kind"]}", $"{notice?["association"]}"));
    }

    private void Wait(bool fee, bool original) => _app.Certification.Waiting[_application] = new WaitingApplication(
        _application, _holder.PhysicianId, "occupational", "13-001", _since, fee, original);

    /// <summary>How many reminders there are, sent, after the run of that day.</summary>
    private async Task<int> AfterDays(int days)
    {
        _app.Clock.AdvanceTo(BusinessCalendar.StartOf(_since.AddDays(days)).AddHours(12));
        await _app.RunForToday();

        return await Reminders();
    }

    private async Task<int> Reminders()
    {
        await NotificationsApp.Eventually(async () => await Number("select count(*)::integer from mamis_commands where done_at is null") == 0 ? "done" : null);

        return await Number("select count(*)::integer from notice_cards where kind = 'ReceiptsAwaited' and state = 'Sent'");
    }

    private Task<int> Number(string sql) => _app.Database.Find<int>(sql, new { }, CancellationToken.None);
}
