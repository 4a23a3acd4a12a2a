using System.Data;
using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Views;

namespace Mamis.Notifications.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class LookedWindowsTests : IAsyncLifetime, IDisposable
{
    private static readonly DateOnly Day = new(2027, 4, 1);

    private readonly NotificationsApp _app = new() { Delivers = false };

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task What_is_heard_while_a_run_looks_is_left_for_the_next()
    {
        var (before, meanwhile) = (Holder.Member(Day), Holder.Member(Day));
        await _app.Know([before.Term()], [before.Standing()]);
        var looked = await Look();
        await _app.Know([meanwhile.Term()], [before.Standing(version: 2)]);
        await MoveTo(Day, looked);

        Assert.Equal(new[] { before.PhysicianId, meanwhile.PhysicianId }.Order(), await Changed());
        await MoveTo(Day, await Look());
        Assert.Empty(await Changed());
    }

    [Fact]
    public async Task Of_two_runs_side_by_side_only_the_first_moves_the_windows()
    {
        var holder = Holder.Member(Day);
        var (first, second) = (await Look(), await Look());
        await _app.Know([holder.Term()], []);
        await MoveTo(Day, first);
        await MoveTo(Day.AddDays(1), second);

        Assert.Equal([Day], (await Look()).Windows.Where(it => it.Kind is NoticeKind.OneYear).Select(it => it.Nearest).Distinct());
        Assert.Equal([holder.PhysicianId], await Changed());
    }

    private async Task<LookedWindows> Look()
    {
        await using var connection = await _app.Database.OpenConnectionAsync();
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        return await LookedWindows.In(connection, CancellationToken.None);
    }

    private Task MoveTo(DateOnly day, LookedWindows looked) => looked.MoveTo(RenewalNoticeRule.WindowsOn(day, []), _app.Database, CancellationToken.None);

    private Task<IReadOnlyList<Guid>> Changed() =>
        _app.Database.List<Guid>("select physician_id from changed_holders order by physician_id", new { }, CancellationToken.None);
}
