using Mamis.EventStore;
using Mamis.Kernel;

namespace Mamis.Notifications.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class SlowDomainTests
{
    private static readonly DateOnly End = TimeProvider.System.Today().AddYears(1).AddDays(-20);

    [Fact]
    public async Task A_domain_that_hangs_does_not_hold_the_mails_to_the_others()
    {
        var hanging = 0;
        await using var smtp = new MoodySmtp((step, line, _) => step == "RCPT" && line.Contains("slow.invalid", StringComparison.Ordinal)
            ? Hang(ref hanging)
            : null);
        await using var app = new NotificationsApp { SmtpPort = smtp.Port, Patience = TimeSpan.FromSeconds(60) };
        await app.InitializeAsync();
        await Know(app, 20, i => $"kakuu{i}@slow.invalid");
        await app.RunForToday();
        await Know(app, 20, i => $"kakuu{i}@quick{i % 10}.invalid");
        await app.RunForToday();
        await NotificationsApp.Eventually(async () => await Count(app, "select count(*)::integer from notice_cards where state = 'Sent'") == 20 ? "all" : null);

        Assert.Equal(2, hanging);
        Assert.Equal(0, await Count(app, "select coalesce(max(attempts), 0) from mamis_commands where done_at is null"));
    }

    private static MoodySmtp.Answer Hang(ref int hanging)
    {
        Interlocked.Increment(ref hanging);
        return MoodySmtp.HangsUp with { After = TimeSpan.FromMinutes(2) };
    }

    private static async Task Know(NotificationsApp app, int number, Func<int, string> email)
    {
        foreach (var i in Enumerable.Range(0, number))
        {
            var holder = Holder.NonMember(End);
            app.Identity.People[holder.PhysicianId] = holder.Person(email(i));
            await app.Know([holder.Term()], [holder.Standing()]);
        }
    }

    private static async Task<int> Count(NotificationsApp app, string query) =>
        (await app.Database.List<int>(query, new { }, CancellationToken.None))[0];
}
