using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Eligibility;
using static Mamis.Certification.Tests.Eligibility.RenewalTimingTests;

namespace Mamis.Certification.Tests.Eligibility;

/// <summary>Rules V1, V2, V5 and K8: first and last days of terms.</summary>
public sealed class TermTests
{
    [Theory]
    [InlineData("2026-04-01", "2031-03-31")]
    [InlineData("2024-02-29", "2029-02-27")]
    public void A_first_term_lasts_five_years_less_a_day_V1_V5(string from, string to) =>
        Assert.Equal(new(Day(from), Day(to)), Term.StartingOn(Day(from)));

    [Theory]
    [InlineData("2020-05-30", "2020-05-31", "2025-05-30")]
    [InlineData("2027-02-28", "2027-03-01", "2032-02-28")]
    [InlineData("2028-02-29", "2028-03-01", "2033-02-28")]
    public void The_next_term_follows_the_old_last_day_V2_K8(string oldTo, string from, string to) =>
        Assert.Equal(new(Day(from), Day(to)), new Term(default, Day(oldTo)).Next(Day("2026-01-01")));

    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2026-05-31")]
    [InlineData("2028-01-01")]
    public void Early_timely_and_late_renewals_give_the_same_term_V2_X4(string asOf)
    {
        var answer = Examination.Of(An.OccupationalRenewal(An.FiveYears, Day(asOf), An.TwentyLifelong()));

        Assert.Equal(new(new(2026, 6, 1), new(2031, 5, 31)), answer.NewValidity);
    }

    [Fact]
    public void A_refused_renewal_promises_no_term_K12() =>
        Assert.Null(Examination.Of(An.OccupationalRenewal(An.FiveYears, Day("2026-01-01"))).NewValidity);

    [Fact]
    public void The_answer_names_the_rule_sets_it_rests_on() => Assert.Equal(
        ["occupational-renewal-1", "occupational-lateness-1", "credits-1", "certificate-1"],
        Examination.Of(An.OccupationalRenewal(An.FiveYears, Day("2026-01-01"))).RuleVersions);
}
