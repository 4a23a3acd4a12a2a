using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Views;
using Mamis.Notifications.Views.Coverage;
using Microsoft.Extensions.DependencyInjection;

namespace Mamis.Notifications.Tests.Simulation;

/// <summary>Six years of renewals with everything that goes wrong in them: whoever must be told is told once, and the report proves it (G2).</summary>
[Trait("Category", "Servers")]
public sealed class SixYearsTests
{
    private const int Certificates = 100_000;
    private const int DaysBetweenReports = 30;

    private static readonly DateOnly First = new(2026, 12, 1);
    private static readonly DateOnly Last = First.AddYears(6);

    private readonly Population _population = new(Certificates, First, Last);
    private readonly Random _random = new(1);
    private readonly List<DateOnly> _completed = [];

    [Fact]
    public async Task Over_six_years_100000_certificates_get_one_N1_and_one_N2_a_term_whatever_goes_wrong_G2()
    {
        await using var nodes = new TwoNodes();
        await nodes.Start();
        nodes.First.Clock.Advance(BusinessCalendar.StartOf(First).AddHours(6) - nodes.First.Clock.GetUtcNow());

        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            await Live(nodes, day);
            nodes.First.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(Wanted("OneYear", "JmaToPhysician", months: 12), await Told(nodes, "OneYear", "JmaToPhysician"));
        Assert.Equal(Wanted("FourMonths", "DeskToPhysician", months: 4), await Told(nodes, "FourMonths", "DeskToPhysician"));
        Assert.Equal(Wanted("FourMonths", "ListForDesk", months: 4), await Told(nodes, "FourMonths", "ListForDesk"));
        Assert.All(await Task.WhenAll(_completed.Where((_, i) => i % 100 == 0).Select(it => Report(nodes, it))), it => Assert.Equal(0, it.Unexplained));
    }

    private async Task Live(TwoNodes nodes, DateOnly day)
    {
        await Hear(nodes, changes => changes.Write(CertificateTerms.Began(_population.TermsToldOn(day))).Write(CertificateTerms.Ended(_population.EndsToldOn(day))));

        if (day == First)
        {
            await Hear(nodes, changes => changes.Write(Standings.Changed(_population.StandingsToldOn(day))));
        }

        if (IsTidied(day.DayNumber - First.DayNumber))
        {
            await nodes.Tidy();
        }

        if (await Run(nodes, day))
        {
            _completed.Add(day);
        }

        if (day != First)
        {
            await Hear(nodes, changes => changes.Write(Standings.Changed(_population.StandingsToldOn(day))));
        }

        if (_completed[^1] == day && _completed.Count % DaysBetweenReports == 0)
        {
            var report = await Report(nodes, day);
            Assert.True(report.Asked > 0);
            Assert.Equal([], report.Gaps);
        }
    }

    /// <summary>The server does it whenever a table has grown by so much of itself, so ever more seldom.</summary>
    private static bool IsTidied(int days) => days == 0 || (days % DaysBetweenReports == 0 && int.IsPow2(days / DaysBetweenReports));

    /// <summary>Of a hundred days: ten missed, ten run twice, ten run on two nodes at once, three on which both nodes die.</summary>
    private async Task<bool> Run(TwoNodes nodes, DateOnly day)
    {
        switch (day == First || day == Last ? 99 : _random.Next(100))
        {
            case < 10:
                return false;
            case < 13:
                return await nodes.DieWhileRunning(day, roundTrips: _random.Next(40));
            case < 23:
                await nodes.RunOnBoth(day);
                return true;
            case < 33:
                await nodes.RunOnFirst(day);
                break;
        }

        await nodes.RunOnFirst(day);
        return true;
    }

    private static Task Hear(TwoNodes nodes, Func<Changes, Changes> told) =>
        nodes.First.Services.GetRequiredService<IEventStore>().Append(told(new()), CancellationToken.None);

    private static Task<CoverageReport> Report(TwoNodes nodes, DateOnly day) =>
        CoverageReport.Of(new(day, Association.Jma), nodes.Database, CancellationToken.None);

    /// <summary>By term, from what was invented and not from what the service knows: one for each whose lead day came.</summary>
    private string[] Wanted(string kind, string route, int months) =>
    [
        .. _population.Terms
            .Where(it => it.ValidTo.MonthsAfter(-months) <= Last)
            .Select(it => $"{it.CertificateId} {it.ValidTo:yyyy-MM-dd} {kind} {route}")
            .Order(StringComparer.Ordinal),
    ];

    private static async Task<string[]> Told(TwoNodes nodes, string kind, string route) =>
    [
        .. (await nodes.Database.List<string>(
            "select concat_ws(' ', subject, valid_to, kind, route) from notice_cards where kind = @kind and route = @route",
            new { kind, route },
            CancellationToken.None)).Order(StringComparer.Ordinal),
    ];
}
