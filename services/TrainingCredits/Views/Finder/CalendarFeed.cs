using System.Globalization;

namespace Mamis.TrainingCredits.Views.Finder;

/// <summary>Found sessions as iCalendar (RFC 5545), for calendars that come back for it.</summary>
/// <remarks>What was called off stays in it as cancelled under the same UID; that is how a calendar learns to drop it.</remarks>
public static class CalendarFeed
{
    private const string Zone = "Asia/Tokyo";

    public static byte[] Of(IReadOnlyList<FoundSession> sessions, FeedAddresses addresses)
    {
        var text = new CalendarText()
            .Line("BEGIN", "VCALENDAR")
            .Line("VERSION", "2.0")
            .Line("PRODID", "-//Mamis//Training finder//JA")
            .Line("CALSCALE", "GREGORIAN")
            .Line("METHOD", "PUBLISH")
            .Text("X-WR-CALNAME", FeedWords.Title)
            .Line("BEGIN", "VTIMEZONE")
            .Line("TZID", Zone)
            .Line("BEGIN", "STANDARD")
            .Line("DTSTART", "19700101T000000")
            .Line("TZOFFSETFROM", "+0900")
            .Line("TZOFFSETTO", "+0900")
            .Line("TZNAME", "JST")
            .Line("END", "STANDARD")
            .Line("END", "VTIMEZONE");

        foreach (var it in sessions)
        {
            Write(text, it, addresses);
        }

        return text.Line("END", "VCALENDAR").ToBytes();
    }

    private static void Write(CalendarText text, FoundSession it, FeedAddresses addresses) => text
        .Line("BEGIN", "VEVENT")
        .Line("UID", $"{it.SessionId}@mamis")
        .Line("DTSTAMP", Instant(it.CancelledAt ?? it.DesignatedAt))
        .Line("SEQUENCE", it.CancelledAt is null ? "0" : "1")
        .Line("STATUS", it.CancelledAt is null ? "CONFIRMED" : "CANCELLED")
        .Line($"DTSTART;TZID={Zone}", Local(it.Date, it.Start))
        .Line($"DTEND;TZID={Zone}", Local(it.Date, it.End))
        .Text("SUMMARY", it.Title)
        .Text("DESCRIPTION", FeedWords.Describe(it))
        .Text("LOCATION", it.Place)
        .Text("CATEGORIES", FeedWords.Of(it.Category))
        .Line("URL", addresses.Of(it).ToString())
        .Line("END", "VEVENT");

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Local(DateOnly day, TimeOnly time) => day.ToDateTime(time).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
