using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Eligibility;

namespace Mamis.Certification.Tests.Eligibility;

/// <summary>Rules OR6, X1 to X7, X11 and K9 to K12: on which day a renewal may still be asked for.</summary>
public sealed class RenewalTimingTests
{
    [Theory]
    [InlineData("2026-05-31", "")]
    [InlineData("2026-06-01", Flags.CovidMeasureApplied)]
    public void The_last_day_of_the_certificate_is_in_time_OR6(string asOf, string flag)
    {
        var answer = Examination.Of(An.OccupationalRenewal(An.FiveYears, Day(asOf), An.TwentyLifelong()));

        Assert.True(answer.Eligible);
        Assert.Equal(flag.Length > 0 ? [flag] : [], answer.Flags);
    }

    [Theory]
    [InlineData("2020-01-31", "CERT_EXPIRED")]
    [InlineData("2020-02-01", "")]
    [InlineData("2028-03-31", "")]
    [InlineData("2028-04-01", "CERT_EXPIRED")]
    public void The_measure_covers_expiries_from_February_2020_to_March_2028_X1(string validTo, string reason)
    {
        var term = EndingOn(validTo);
        var asOf = term.To < Day("2028-01-01") ? Day("2028-01-01") : Day("2028-04-30");
        var answer = Examination.Of(An.OccupationalRenewal(term, asOf, An.TwentyLifelong(term.From)));

        Assert.Equal(reason.Length > 0 ? [reason] : [], answer.ReasonCodes());
    }

    [Theory]
    [InlineData("2020-01-31", "2020-01-31")]
    [InlineData("2020-02-01", "2028-03-31")]
    [InlineData("2028-03-30", "2028-03-31")]
    [InlineData("2028-04-01", "2028-04-01")]
    public void Units_serve_until_the_term_ends_or_the_measure_does_X1(string validTo, string last) =>
        Assert.Equal(Day(last), LatenessRules.On(Kernel.Scheme.Occupational, Day("2027-01-01")).LastDayOfUnits(EndingOn(validTo)));

    [Theory]
    [InlineData("2028-04-30")]
    [InlineData("2028-05-01", "CERT_EXPIRED", "COVID_MEASURE_ENDED")]
    public void The_last_day_to_apply_under_the_measure_is_30_April_2028_X6(string asOf, params string[] reasons)
    {
        var answer = Examination.Of(An.OccupationalRenewal(An.FiveYears, Day(asOf), An.TwentyLifelong()));

        Assert.Equal(reasons, answer.ReasonCodes());
    }

    [Theory]
    [InlineData("2028-03-31", 20)]
    [InlineData("2028-04-01", 2)]
    public void Units_under_the_measure_must_be_gained_by_31_March_2028_X2(string gained, int total)
    {
        IReadOnlyList<Credit> credits =
        [
            An.Credit(CreditCategory.LifeUpdate, 1),
            An.Credit(CreditCategory.LifeField, 1),
            An.Credit(CreditCategory.LifeSpecial, 18, Day(gained)),
        ];

        var answer = Examination.Of(An.OccupationalRenewal(An.FiveYears, Day("2028-04-20"), credits));

        Assert.Equal(total, answer.Counted?.Total);
        Assert.Contains(Flags.CovidMeasureApplied, answer.Flags);
    }

    [Theory]
    [InlineData("2029-05-31", "2029-11-30")]
    [InlineData("2028-08-31", "2029-02-28")]
    [InlineData("2029-08-15", "2030-02-15")]
    public void Grace_ends_on_the_same_day_six_months_later_or_the_last_of_a_shorter_month_X7_K9(string validTo, string lastDay)
    {
        var term = EndingOn(validTo);
        var late = An.OccupationalRenewal(term, Day(lastDay), An.TwentyLifelong(term.From.AddYears(2)));
        var excused = late with { Applicant = An.Applicant with { SpecialReason = true } };

        var inGrace = Examination.Of(excused);
        Assert.True(inGrace.Eligible);
        Assert.Equal([Flags.GraceApplied], inGrace.Flags.Where(it => it is not Flags.PaperOriginalRequired));

        Assert.Equal(["CERT_EXPIRED"], Examination.Of(excused with { AsOf = excused.AsOf.AddDays(1) }).ReasonCodes());
        Assert.Equal(["CERT_EXPIRED"], Examination.Of(late).ReasonCodes());
    }

    [Fact]
    public void Grace_does_not_extend_the_time_for_gaining_units_X7()
    {
        var term = EndingOn("2029-05-31");
        var it = An.OccupationalRenewal(term, Day("2029-07-01"), An.TwentyLifelong(Day("2029-06-01")));
        var answer = Examination.Of(it with { Applicant = An.Applicant with { SpecialReason = true } });

        Assert.Equal(0, answer.Counted?.Total);
        Assert.Equal([Flags.CreditOutsideValidity, Flags.GraceApplied], answer.Flags);
    }

    [Fact]
    public void Where_grace_reaches_beyond_the_measure_only_grace_is_named_K10()
    {
        var term = EndingOn("2028-03-31");
        var it = An.OccupationalRenewal(term, Day("2028-09-30"), An.TwentyLifelong());
        var answer = Examination.Of(it with { Applicant = An.Applicant with { SpecialReason = true } });

        Assert.True(answer.Eligible);
        Assert.Equal([Flags.GraceApplied], answer.Flags);
    }

    [Fact]
    public void While_the_measure_is_open_it_comes_before_grace()
    {
        var it = An.OccupationalRenewal(An.FiveYears, Day("2026-07-01"), An.TwentyLifelong());
        var answer = Examination.Of(it with { Applicant = An.Applicant with { SpecialReason = true } });

        Assert.Equal([Flags.CovidMeasureApplied], answer.Flags);
    }

    [Fact]
    public void After_the_measure_units_are_counted_inside_the_validity_so_that_shortages_show()
    {
        var it = An.OccupationalRenewal(An.FiveYears, Day("2028-05-01"), An.TwentyLifelong(Day("2026-06-01")));
        var answer = Examination.Of(it);

        Assert.Equal(0, answer.Counted?.Total);
        Assert.Equal(
            ["CERT_EXPIRED", "COVID_MEASURE_ENDED", "OCC_RENEWAL_TOTAL_SHORT", "OCC_RENEWAL_UPDATE_SHORT", "OCC_RENEWAL_FIELD_SHORT", "OCC_RENEWAL_SPECIAL_SHORT"],
            answer.ReasonCodes());
    }

    [Theory]
    [InlineData("2020-02-01", "2023-12-31")]
    [InlineData("2020-01-31", "2023-12-31", "CERT_EXPIRED")]
    [InlineData("2023-12-30", "2023-12-31")]
    [InlineData("2023-12-31", "2024-01-01", "CERT_EXPIRED", "COVID_MEASURE_ENDED")]
    [InlineData("2024-01-01", "2024-01-02", "CERT_EXPIRED")]
    [InlineData("2020-02-01", "2024-01-01", "CERT_EXPIRED", "COVID_MEASURE_ENDED")]
    public void The_sports_measure_has_its_own_days_X11_K11(string validTo, string asOf, params string[] reasons)
    {
        var term = EndingOn(validTo);
        var answer = Examination.Of(An.SportsRenewal(term, Day(asOf), An.Credit(CreditCategory.Retraining, 5, term.From)));

        Assert.Equal(reasons, answer.ReasonCodes());
    }

    [Fact]
    public void There_is_no_grace_for_sports_K11()
    {
        var term = EndingOn("2026-05-31");
        var it = An.SportsRenewal(term, Day("2026-06-01"), An.Credit(CreditCategory.Retraining, 5));
        var answer = Examination.Of(it with { Applicant = An.Applicant with { SpecialReason = true } });

        Assert.Equal(["CERT_EXPIRED"], answer.ReasonCodes());
    }

    [Fact]
    public void Without_a_certificate_units_of_any_day_are_counted_K14()
    {
        var answer = Examination.Of(An.OccupationalRenewal(certificate: null, Day("2026-01-01"), An.TwentyLifelong(Day("2001-01-01"))));

        Assert.Equal(["CERT_NOT_HELD"], answer.ReasonCodes());
        Assert.Equal(20, answer.Counted?.Total);
    }

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static Term EndingOn(string validTo) => new(Day(validTo).AddYears(-5).AddDays(1), Day(validTo));
}
