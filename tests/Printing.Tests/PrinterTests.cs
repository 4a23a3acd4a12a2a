using System.Net;
using System.Net.Sockets;
using Mamis.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mamis.Printing.Tests;

/// <summary>Pages printed by the real browser, and what happens when it is missing, dies, or is slow.</summary>
[Trait("Category", "Servers")]
public sealed class PrinterTests
{
    /// <summary>Long, because the machine may be building at the same time; what is measured is not speed.</summary>
    private static readonly (string Key, string Value) Patience = ("Printing:Patience", "00:05:00");

    private static readonly Html Page = Html.Of("<!DOCTYPE html><html lang=\"ja\"><title>t</title><p>{name}</p></html>", _ => "認定証 山田 花子 西村 青木 長谷川 民一");

    [Fact]
    public async Task Japanese_words_can_be_found_in_the_document()
    {
        await using var printing = Printing();
        var printout = await Print(printing, Page);

        Assert.Null(printout.Refusal);
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(printout.Pdf.Span[..5]), StringComparison.Ordinal);
        Assert.Contains("認定証 山田 花子 西村 青木 長谷川 民一", PdfText.Of(printout.Pdf.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_a_script_is_printed_and_not_run()
    {
        await using var printing = Printing();
        var printout = await Print(printing, Html.Of("<!DOCTYPE html><p>{name}</p>", _ => "<script>document.write('ran')</script>"));

        Assert.Contains("<script>document.write('ran')</script>", PdfText.Of(printout.Pdf.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_reaches_nothing_outside_itself()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var printing = Printing();
        var printout = await Print(
            printing, Html.Of("<!DOCTYPE html><img src=\"http://{address}/x.png\"><iframe src=\"http://{address}\"></iframe><p>printed</p>", _ => $"{listener.LocalEndpoint}"));

        Assert.Contains("printed", PdfText.Of(printout.Pdf.ToArray()), StringComparison.Ordinal);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task Nothing_is_started_before_something_is_printed_and_nothing_stays_behind()
    {
        var before = RunningProcesses.All;

        await using (var printing = Printing())
        {
            printing.GetRequiredService<Printer>();
            Assert.Empty(RunningProcesses.All.Except(before));
            await Print(printing, Page);
            Assert.NotEmpty(RunningProcesses.Browsers);
        }

        await Gone(before);
    }

    [Fact]
    public async Task A_browser_that_was_killed_is_replaced()
    {
        await using var printing = Printing();
        await Print(printing, Page);
        var first = RunningProcesses.Browser;
        RunningProcesses.Kill(first);
        var printout = await Print(printing, Page);

        Assert.Null(printout.Refusal);
        Assert.NotEqual(first, RunningProcesses.Browser);
    }

    [Fact]
    public async Task Without_a_browser_the_answer_says_what_to_install()
    {
        await using var printing = Printing(("Printing:Chromium", "/nowhere/chromium"));
        var printout = await Print(printing, Page);

        Assert.Equal("PRINTING_UNAVAILABLE", printout.Refusal?.Code);
        Assert.Contains("apt-get install chromium", printout.Refusal?.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_does_not_start_is_as_good_as_none()
    {
        await using var printing = Printing(("Printing:Chromium", "/bin/false"));

        Assert.Equal("PRINTING_UNAVAILABLE", (await Print(printing, Page)).Refusal?.Code);
    }

    [Fact]
    public async Task A_page_that_takes_too_long_is_given_up_and_the_next_one_may_come()
    {
        await using var printing = new ServiceCollection().AddSingleton<TimeProvider>(new ImpatientClock()).AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddLogging().AddPrinting().BuildServiceProvider();

        Assert.Equal("PRINTING_TOO_SLOW", (await Print(printing, Page)).Refusal?.Code);
        Assert.Equal("PRINTING_TOO_SLOW", (await Print(printing, Page)).Refusal?.Code);
    }

    [Fact]
    public async Task Many_at_once_wait_for_their_turn_and_share_one_browser()
    {
        await using var printing = Printing();
        var printouts = await Task.WhenAll(Enumerable.Range(1, 12).Select(i => Print(printing, Html.Of("<!DOCTYPE html><p>{it}</p>", _ => $"no {i}."))));

        Assert.All(printouts.Zip(Enumerable.Range(1, 12)), it => Assert.Contains($"no {it.Second}.", PdfText.Of(it.First.Pdf.ToArray()), StringComparison.Ordinal));
        Assert.Single(RunningProcesses.Browsers, RunningProcesses.Browser);
    }

    private static ServiceProvider Printing(params IEnumerable<(string Key, string Value)> settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Prepend(Patience).Select(it => KeyValuePair.Create(it.Key, (string?)it.Value))).Build())
        .AddLogging()
        .AddPrinting()
        .BuildServiceProvider();

    private static Task<Printout> Print(ServiceProvider printing, Html page) => printing.GetRequiredService<Printer>().Print(page, CancellationToken.None);

    /// <summary>The kernel takes a moment to clear away what has ended.</summary>
    private static async Task Gone(IReadOnlyList<int> before)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));

        for (var i = 0; i < 100 && RunningProcesses.All.Except(before).Any(); i++)
        {
            await timer.WaitForNextTickAsync();
        }

        Assert.Empty(RunningProcesses.All.Except(before));
    }

    /// <summary>Every wait is over at once.</summary>
    private sealed class ImpatientClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
