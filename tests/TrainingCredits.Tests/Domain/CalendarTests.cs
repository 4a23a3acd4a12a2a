using System.Text;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views.Finder;

namespace Mamis.TrainingCredits.Tests.Domain;

/// <summary>iCalendar as RFC 5545 wants it: octets counted, characters whole, text escaped.</summary>
public sealed class CalendarTests
{
    private static readonly FeedAddresses Addresses = new(new("https://mamis.example.invalid"));

    private static readonly FoundSession Session = new()
    {
        SessionId = Guid.Parse("0197a000-0000-7000-8000-00000000000a"),
        TrainingId = Guid.Parse("0197a000-0000-7000-8000-00000000000b"),
        Number = 2,
        TrainingTitle = "産業医研修会",
        Title = "法改正; 最近, の\\動き",
        Date = new(2026, 12, 1),
        Start = new(9, 0),
        End = new(10, 30),
        Place = "東京",
        Category = Category.LifeUpdate,
        SecondCategory = Category.BasicLate,
        Units = 2,
        DesignatedAt = new(2026, 11, 1, 15, 0, 0, TimeSpan.Zero),
    };

    [Theory]
    [InlineData(73, 1)]
    [InlineData(74, 2)]
    [InlineData(148, 3)]
    public void A_line_is_folded_after_75_octets(int octets, int lines)
    {
        var text = Encoding.UTF8.GetString(new CalendarText().Line("A", new string('x', octets)).ToBytes());

        Assert.Equal(lines, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal($"A:{new string('x', octets)}\r\n", text.Replace("\r\n ", string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public void No_character_is_cut_in_two()
    {
        var title = string.Concat(Enumerable.Repeat("研修𠮷", 40));
        var lines = Encoding.UTF8.GetString(new CalendarText().Text("SUMMARY", title).ToBytes()).Split("\r\n");

        Assert.All(lines, it => Assert.InRange(Encoding.UTF8.GetByteCount(it), 0, 75));
        Assert.Equal($"SUMMARY:{title}", string.Concat(lines.Select((it, i) => i == 0 || it.Length == 0 ? it : it[1..])));
    }

    [Fact]
    public void An_event_says_when_in_Tokyo_and_escapes_what_people_wrote()
    {
        var lines = Unfolded(Session);

        Assert.Contains("UID:0197a000-0000-7000-8000-00000000000a@mamis", lines);
        Assert.Contains("DTSTART;TZID=Asia/Tokyo:20261201T090000", lines);
        Assert.Contains("DTEND;TZID=Asia/Tokyo:20261201T103000", lines);
        Assert.Contains("DTSTAMP:20261101T150000Z", lines);
        Assert.Contains("SUMMARY:法改正\\; 最近\\, の\\\\動き", lines);
        Assert.Contains("STATUS:CONFIRMED", lines);
        Assert.Contains("URL:https://mamis.example.invalid/trainings/0197a000-0000-7000-8000-00000000000b#session-2", lines);
        Assert.Contains(lines, it => it.StartsWith("DESCRIPTION:産業医研修会\\n2026-12-01 09:00", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_called_off_keeps_its_UID_and_says_so()
    {
        var lines = Unfolded(Session with { CancelledAt = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero) });

        Assert.Contains("UID:0197a000-0000-7000-8000-00000000000a@mamis", lines);
        Assert.Contains("STATUS:CANCELLED", lines);
        Assert.Contains("SEQUENCE:1", lines);
        Assert.Contains("DTSTAMP:20261120T000000Z", lines);
    }

    private static string[] Unfolded(FoundSession session) =>
        Encoding.UTF8.GetString(CalendarFeed.Of([session], Addresses)).Replace("\r\n ", string.Empty, StringComparison.Ordinal).Split("\r\n");
}
