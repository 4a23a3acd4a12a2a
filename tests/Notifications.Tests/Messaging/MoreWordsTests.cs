using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;
using Mamis.Notifications.Tests.Features;

namespace Mamis.Notifications.Tests.Messaging;

/// <summary>What the notices of N5 say.</summary>
public sealed class MoreWordsTests
{
    private static readonly Wording.Facts Facts = new("日本医師会", "S100", HasMyPage: true, new("http://127.0.0.1:8080/"));

    [Fact]
    public void A_warning_names_each_kind_that_is_short_and_the_last_day()
    {
        var body = Body(NoticeKind.MissingAtFour, Missing(until: new(2027, 11, 22)));

        Assert.Contains("有効期限 2027年11月22日 まで", body, StringComparison.Ordinal);
        Assert.Contains("・生涯研修の合計： あと3単位（必要 20単位、取得済み 17単位）\n・生涯研修（専門）： あと1単位（必要 1単位、取得済み 0単位）", body, StringComparison.Ordinal);
        Assert.DoesNotContain("特例", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Under_the_special_measure_the_warning_names_the_later_day_X1() => Assert.Contains(
        "2028年3月31日までに取得した単位も", Body(NoticeKind.MissingAtTwo, Missing(until: new(2028, 3, 31))), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-11-30", "まで、およそ４か月となりました")]
    [InlineData("2026-05-31", "まで、およそ１０か月となりました")]
    [InlineData("2026-03-31", "まで、およそ１年となりました")]
    public void The_text_names_the_lead_of_the_association_N2(string due, string words) => Assert.Contains(
        words,
        Wording.Of(Some.Content(kind: NoticeKind.FourMonths) with { ValidTo = new(2027, 3, 31), DueOn = DateOnly.Parse(due, null) }, Facts).Body,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("2023-03-31", true)]
    [InlineData("2023-04-01", false)]
    public void The_end_of_the_measure_names_its_days_and_who_has_to_renew_twice_X3(string validTo, bool twice)
    {
        var body = Wording.Of(Some.Content(kind: NoticeKind.SpecialMeasureEnds) with { ValidTo = DateOnly.Parse(validTo, null) }, Facts).Body;

        Assert.Contains("2028年3月31日 で終了", body, StringComparison.Ordinal);
        Assert.Contains("2028年4月30日 までに更新申請", body, StringComparison.Ordinal);
        Assert.Equal(twice, body.Contains("２回の更新", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, Receipt.Fee)]
    [InlineData(true, Receipt.Fee, Receipt.Original)]
    [InlineData(false, Receipt.Original)]
    public void A_reminder_names_what_is_awaited_and_nothing_else(bool fee, params Receipt[] awaited)
    {
        var body = Wording.Of(Some.Content(kind: NoticeKind.ReceiptsAwaited) with { Details = new() { Awaited = awaited } }, Facts).Body;

        Assert.Equal(fee, body.Contains("・審査・登録料", StringComparison.Ordinal));
        Assert.Equal(awaited.Contains(Receipt.Original), body.Contains("・産業医学研修手帳", StringComparison.Ordinal));
    }

    [Fact]
    public void A_suspension_names_its_days_and_that_the_term_runs_on()
    {
        var days = new NoticeDetails { SuspendedFrom = new(2026, 4, 1), SuspendedUntil = new(2026, 9, 30) };
        string Body(NoticeDetails it) => Wording.Of(Some.Content(kind: NoticeKind.CertificateSuspended) with { Details = it }, Facts).Body;

        Assert.Contains("認定番号 S100）の認定を 2026年4月1日 から停止", Body(days), StringComparison.Ordinal);
        Assert.Contains("停止は 2026年9月30日 までです。", Body(days), StringComparison.Ordinal);
        Assert.Contains("停止が終わる日は決まっていません。", Body(days with { SuspendedUntil = null }), StringComparison.Ordinal);
        Assert.Contains(
            "2026年8月1日 から、認定は有効です。",
            Wording.Of(Some.Content(kind: NoticeKind.CertificateReinstated) with { Details = new() { HeldFrom = new(2026, 8, 1) } }, Facts).Body,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NoticeKind.CertificateResigned, "辞退を受け付けました")]
    [InlineData(NoticeKind.CertificateStruckOff, "理由はマイページに記載")]
    public void An_end_to_come_names_the_first_day_without_the_title_X8(NoticeKind kind, string words)
    {
        var body = Wording.Of(Some.Content(kind: kind) with { Details = new() { LostFrom = new(2026, 12, 1) } }, Facts).Body;

        Assert.Contains("2026年12月1日 から", body, StringComparison.Ordinal);
        Assert.Contains(words, body, StringComparison.Ordinal);
    }

    [Fact]
    public void Posted_credits_are_counted() => Assert.Contains(
        "（3件、合計5単位）",
        Wording.Of(Some.Content(kind: NoticeKind.CreditsPosted) with { Details = new() { Credits = 3, Units = 5 } }, Facts).Body,
        StringComparison.Ordinal);

    private static string Body(NoticeKind kind, CreditsFoundMissing missing) => Wording.Of(Some.Content(kind: kind) with { Details = new() { Missing = missing } }, Facts).Body;

    private static CreditsFoundMissing Missing(DateOnly until) =>
        new(Some.Scheduled, until, [new("OCC_RENEWAL_TOTAL_SHORT", 20, 17), new("OCC_RENEWAL_SPECIAL_SHORT", 1, 0)]);
}
