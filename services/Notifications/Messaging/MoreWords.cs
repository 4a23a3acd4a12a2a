using System.Globalization;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Printing;

namespace Mamis.Notifications.Messaging;

/// <summary>The places in a text that only some kinds of notice have: credits, the special measure, what a desk awaits (N5), the days of a suspension.</summary>
public static class MoreWords
{
    private const int MonthsOfYear = 12;

    public static string? ValueOf(string field, NoticeScheduled notice) => field switch
    {
        "left" => notice.ValidTo is { } end ? Span(MonthsBetween(notice.DueOn, end)) : null,
        "missing" => Lines(notice.Details?.Missing?.Missing.Select(LineOf)),
        "late" => notice.Details?.Missing is { } found && found.UnitsUntil > notice.ValidTo ? Filled("units-late", Day(found.UnitsUntil)) : null,
        "unitsUntil" => Day(MeasureOf(notice)?.UnitsUntil),
        "applyUntil" => Day(MeasureOf(notice)?.ApplyUntil),
        "twice" => notice.ValidTo is { } expiry && MeasureOf(notice)?.AsksTwice(expiry) is true ? Wording.Resource("renew-twice.ja.txt").Trim() : null,
        "awaited" => Lines(notice.Details?.Awaited?.Select(it => Wording.Word(Codes.Of(it)))),
        "credits" => Number(notice.Details?.Credits),
        "units" => Number(notice.Details?.Units),
        "suspendedFrom" => Day(notice.Details?.SuspendedFrom),
        "suspendedUntil" => Filled(notice.Details?.SuspendedUntil is null ? "suspended-openly" : "suspended-until", Day(notice.Details?.SuspendedUntil)),
        "lostFrom" => Day(notice.Details?.LostFrom),
        "heldFrom" => Day(notice.Details?.HeldFrom),
        _ => OrganisationWords.ValueOf(field, notice),
    };

    private static string LineOf(MissingUnits it) => Template.Fill(
        Wording.Resource("missing-units.ja.txt").Trim(),
        field => field switch
        {
            "what" => Wording.Word(it.Code),
            "required" => Number(it.Required),
            "counted" => Number(it.Counted),
            _ => Number(it.Required - it.Counted),
        });

    private static string Filled(string name, string? day) => Template.Fill(Wording.Resource($"{name}.ja.txt").Trim(), _ => day);

    private static string? Lines(IEnumerable<string>? lines) => lines is null ? null : string.Join('\n', lines.Select(it => Wording.Word("point") + it));

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Exact for a day that was counted back in months from the other.</summary>
    private static int MonthsBetween(DateOnly due, DateOnly end) => ((end.Year - due.Year) * MonthsOfYear) + end.Month - due.Month;

    private static string Span(int months) => months == MonthsOfYear
        ? Wording.Word("year")
        : string.Concat(months.ToString(CultureInfo.InvariantCulture).Select(static it => (char)(it - '0' + '０'))) + Wording.Word("months");

    private static string? Day(DateOnly? day) => day?.ToString(Wording.Word("date"), CultureInfo.InvariantCulture);

    private static SpecialMeasureRule? MeasureOf(NoticeScheduled notice) =>
        notice.Scheme is { } scheme ? SpecialMeasureRule.On(scheme, notice.ScheduledOn) : null;
}
