using Mamis.Certification.Domain.Eligibility;
using static Mamis.Certification.Tests.Eligibility.RenewalTimingTests;

namespace Mamis.Certification.Tests.Eligibility;

/// <summary>Rules ON1 to ON12 and SN1 to SN6: the ways to a first certificate.</summary>
public sealed class NewApplicationTests
{
    private static readonly DateOnly AsOf = new(2026, 2, 10);

    public static TheoryData<int> EarlyPositions => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(EarlyPositions))]
    public void Each_early_item_has_its_own_minimum_ON3(int position)
    {
        var item = TrainingItems.Early[position];
        var credits = An.FiftyBasic().Select(it => it.Item == item ? it with { Item = null } : it);
        var answer = Examination.Of(An.OccupationalNew(AsOf, [.. credits]));

        Assert.Equal(["OCC_BASIC_EARLY_ITEM_SHORT"], answer.ReasonCodes());
        Assert.Equal((item, 0), (answer.Shortages[0].Item, answer.Shortages[0].Counted));
        Assert.Equal(14, answer.Counted?.Early);
    }

    [Theory]
    [InlineData("2025-08-10", "2030-08-10", true)]
    [InlineData("2025-08-10", "2030-08-11", false)]
    [InlineData("2024-02-29", "2029-02-28", true)]
    [InlineData("2024-02-29", "2029-03-01", false)]
    public void The_last_basic_training_may_be_five_years_old_that_day_included_ON6_V5(string last, string asOf, bool inTime)
    {
        var answer = Examination.Of(An.OccupationalNew(Day(asOf), An.FiftyBasic(Day(last))));

        Assert.Equal(inTime ? [] : ["OCC_NEW_WINDOW_EXPIRED"], answer.ReasonCodes());
    }

    [Fact]
    public void A_dropped_training_does_not_make_the_last_one_recent_K3()
    {
        IReadOnlyList<Credit> credits =
            [.. An.FiftyBasic(Day("2015-01-10")), An.Credit(CreditCategory.BasicLate, 1) with { Attendance = Attendance.Partial }];

        Assert.Contains("OCC_NEW_WINDOW_EXPIRED", Examination.Of(An.OccupationalNew(AsOf, credits)).ReasonCodes());
    }

    [Fact]
    public void Without_a_counted_unit_no_window_has_expired_K3() =>
        Assert.DoesNotContain("OCC_NEW_WINDOW_EXPIRED", Examination.Of(An.OccupationalNew(AsOf)).ReasonCodes());

    [Theory]
    [InlineData("2021-02-10", true)]
    [InlineData("2021-02-09", false)]
    public void A_completion_holds_for_five_years_that_day_included_ON8(string completed, bool inTime)
    {
        var answer = Complete(new("uoeh-basic-course", Day(completed), ProofUploaded: true, Used: false));

        Assert.Equal(inTime ? [] : ["OCC_COMPLETION_WINDOW_EXPIRED"], answer.ReasonCodes());
    }

    [Fact]
    public void With_a_completion_credits_are_neither_counted_nor_flagged_and_rescue_nothing_K4()
    {
        var answer = Complete(new("uoeh-intensive", Day("2020-01-01"), ProofUploaded: false, Used: true), An.FiftyBasic(Day("2024-01-01")));

        Assert.Equal(["OCC_COMPLETION_PROOF_MISSING", "OCC_COMPLETION_WINDOW_EXPIRED", "OCC_NEW_ALREADY_USED"], answer.ReasonCodes());
        Assert.Null(answer.Counted);
        Assert.Empty(answer.Flags);
        Assert.Empty(answer.Credits);
    }

    [Fact]
    public void Units_used_before_do_not_matter_to_a_completion_K7()
    {
        var it = An.OccupationalNew(AsOf) with
        {
            Applicant = An.Applicant with { BasicCreditsUsedBefore = true, Completion = new("uoeh-intensive", AsOf, true, Used: false) },
        };

        Assert.True(Examination.Of(it).Eligible);
    }

    [Fact]
    public void A_used_completion_that_is_not_recognised_does_not_matter_to_the_units_K5_K7()
    {
        var answer = Complete(new("labour-health-consultant", AsOf, true, Used: true), An.FiftyBasic());

        Assert.True(answer.Eligible);
        Assert.Equal([Flags.CompletionNotRecognised], answer.Flags);
    }

    [Theory]
    [InlineData("2026-02-10", false)]
    [InlineData("2026-02-11", true)]
    public void A_course_completed_after_the_application_is_none_yet_K5(string completed, bool byUnits)
    {
        var answer = Complete(new("uoeh-intensive", Day(completed), ProofUploaded: false, Used: false), An.FiftyBasic());

        Assert.Equal(byUnits, answer.Eligible);
        Assert.Equal(byUnits, answer.Counted is not null);
        Assert.Empty(answer.Flags);
    }

    [Theory]
    [InlineData("2026-05-31", "ALREADY_CERTIFIED")]
    [InlineData("2026-06-01")]
    public void Nobody_applies_anew_while_the_certificate_is_valid_ON12_K13(string asOf, params string[] reasons)
    {
        var occupational = An.OccupationalNew(Day(asOf), An.FiftyBasic()) with { Certificate = An.FiveYears };
        var sports = An.SportsNew(Day(asOf), An.WholeCourse()) with { Certificate = An.FiveYears };

        Assert.Equal(reasons, Examination.Of(occupational).ReasonCodes());
        Assert.Equal(reasons, Examination.Of(sports).ReasonCodes());
        Assert.Null(Examination.Of(occupational).NewValidity);
    }

    [Fact]
    public void Each_subject_of_the_sports_course_is_required_SN1()
    {
        foreach (var subject in TrainingItems.Subjects)
        {
            var answer = Examination.Of(An.SportsNew(AsOf, [.. An.WholeCourse().Where(it => it.Item != subject)]));

            Assert.Equal(["SPT_COURSE_INCOMPLETE"], answer.ReasonCodes());
            Assert.Equal((24, subject), (answer.Counted?.Subjects, Assert.Single(answer.Shortages).Item));
        }
    }

    [Fact]
    public void A_subject_counts_in_the_half_it_belongs_to_and_once_K20()
    {
        var credits = An.WholeCourse().Select(it => it.Item == "S14" ? it with { Category = CreditCategory.CourseEarly } : it);
        var twice = An.Credit(CreditCategory.CourseEarly, 1, item: "S01", training: "another day");

        Assert.Equal(24, Examination.Of(An.SportsNew(AsOf, [.. credits, twice])).Counted?.Subjects);
    }

    [Fact]
    public void The_sports_course_may_be_any_number_of_years_old_SN6() =>
        Assert.True(Examination.Of(An.SportsNew(AsOf, An.WholeCourse(Day("1995-01-01")))).Eligible);

    [Theory]
    [InlineData("joa-sports-physician", true)]
    [InlineData("joa-sports-course", true)]
    [InlineData("jspo-sports-doctor", true)]
    [InlineData("jspo-basic-course", true)]
    [InlineData("fims-diploma", false)]
    public void Four_exemptions_are_recognised_and_any_other_is_ignored_SN2_K6(string type, bool recognised)
    {
        var it = An.SportsNew(AsOf) with { Applicant = An.Applicant with { Exemption = new(type, ProofUploaded: true, UsedBefore: false) } };
        var answer = Examination.Of(it);

        Assert.Equal(recognised ? [] : ["SPT_COURSE_INCOMPLETE"], answer.ReasonCodes());
        Assert.Equal(recognised, answer.Counted is null);
        Assert.Empty(answer.Flags);
    }

    [Fact]
    public void An_exemption_without_proof_and_used_before_fails_twice_whatever_the_units_SN3_SN4_K4()
    {
        var it = An.SportsNew(AsOf, An.WholeCourse()) with
        {
            Applicant = An.Applicant with { Exemption = new("joa-sports-course", ProofUploaded: false, UsedBefore: true) },
        };

        Assert.Equal(["SPT_EXEMPTION_PROOF_MISSING", "SPT_EXEMPTION_USED"], Examination.Of(it).ReasonCodes());
    }

    [Fact]
    public void Everything_that_blocks_is_named_at_once_in_the_published_order()
    {
        var it = An.OccupationalNew(Day("2026-05-01"), An.Credit(CreditCategory.BasicEarly, 1, Day("2019-01-01"))) with
        {
            Certificate = An.FiveYears,
            Applicant = new() { PendingApplication = true, BasicCreditsUsedBefore = true },
        };

        Assert.Equal(
            [
                "MYPAGE_INCOMPLETE", "LICENSE_IMAGE_MISSING", "APPLICATION_PENDING", "ALREADY_CERTIFIED",
                "OCC_NEW_ALREADY_USED", "OCC_NEW_WINDOW_EXPIRED",
                "OCC_BASIC_TOTAL_SHORT", "OCC_BASIC_EARLY_SHORT", "OCC_BASIC_EARLY_ITEM_SHORT", "OCC_BASIC_FIELD_SHORT", "OCC_BASIC_LATE_SHORT",
            ],
            Examination.Of(it).ReasonCodes());
    }

    private static Answer Complete(Completion completion, params IReadOnlyList<Credit> credits) =>
        Examination.Of(An.OccupationalNew(AsOf, credits) with { Applicant = An.Applicant with { Completion = completion } });
}
