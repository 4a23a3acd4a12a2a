using Mamis.Certification.Domain.Eligibility;
using static Mamis.Certification.Tests.Eligibility.RenewalTimingTests;

namespace Mamis.Certification.Tests.Eligibility;

/// <summary>Rules U1 to U13 with their clarifications: when a credit counts, and what is said of one that does not.</summary>
public sealed class CountingTests
{
    private static readonly DateOnly AsOf = new(2026, 2, 10);

    private static readonly Credit Special = An.Credit(CreditCategory.LifeSpecial, 2);

    [Theory]
    [InlineData("2021-06-01", null)]
    [InlineData("2021-05-31", Flags.CreditOutsideValidity)]
    [InlineData("2026-02-10", null)]
    [InlineData("2026-02-11", Flags.CreditInFuture)]
    public void Both_ends_of_the_counting_window_belong_to_it_OR2_K18(string date, string? flag) =>
        Assert.Equal(flag, Verdict(An.Credit(CreditCategory.LifeSpecial, 2, Day(date))).Flag);

    [Theory]
    [InlineData(CreditSource.Paper, "2025-03-31", null)]
    [InlineData(CreditSource.Paper, "2025-04-01", Flags.PaperAfterCutoff)]
    [InlineData(CreditSource.Mamis, "2025-03-31", Flags.SystemBeforeCutoff)]
    [InlineData(CreditSource.Mamis, "2025-04-01", null)]
    public void Paper_ends_where_the_system_begins_U5(CreditSource source, string date, string? flag) =>
        Assert.Equal(flag, Verdict(Special with { Source = source, Date = Day(date) }).Flag);

    [Theory]
    [InlineData("2023-06-19", Flags.LecturerNotCredited)]
    [InlineData("2023-06-20", null)]
    public void Lecturers_are_credited_from_20_June_2023_U10(string date, string? flag) =>
        Assert.Equal(flag, Verdict(An.Credit(CreditCategory.LifeSpecial, 2, Day(date)) with { Role = ParticipantRole.Lecturer }).Flag);

    [Fact]
    public void The_lecturer_rule_holds_for_sports_too_K15()
    {
        var lecture = An.Credit(CreditCategory.Retraining, 5, Day("2023-06-19")) with { Role = ParticipantRole.Lecturer };

        Assert.Equal([Flags.LecturerNotCredited], Examination.Of(An.SportsRenewal(An.FiveYears, AsOf, lecture)).Flags);
    }

    [Theory]
    [InlineData(PostingState.Pending, Flags.CreditNotPosted)]
    [InlineData(PostingState.NotRegistered, Flags.CreditNotRegistered)]
    public void Only_posted_units_count_U13(PostingState status, string flag) =>
        Assert.Equal(flag, Verdict(Special with { Status = status }).Flag);

    [Fact]
    public void Partial_attendance_gives_nothing_U9() =>
        Assert.Equal(Flags.PartialAttendance, Verdict(Special with { Attendance = Attendance.Partial }).Flag);

    [Theory]
    [InlineData(3, 3, null)]
    [InlineData(4, 3, Flags.EscortCapApplied)]
    public void An_accompanied_visit_gives_at_most_three_units_U11(int units, int counted, string? flag)
    {
        var visit = An.Credit(CreditCategory.LifeField, units) with { Format = TrainingFormat.EscortVisit };

        Assert.Equal((counted, flag), (Verdict(visit).Units, Verdict(visit).Flag));
    }

    [Fact]
    public void The_cap_of_a_visit_holds_for_basic_field_units_too_K16()
    {
        var visit = An.Credit(CreditCategory.BasicField, 10) with { Format = TrainingFormat.EscortVisit };

        Assert.Equal(3, Examination.Of(An.OccupationalNew(AsOf, visit)).Counted?.Field);
    }

    [Fact]
    public void Two_visits_are_capped_each_for_itself()
    {
        var visit = An.Credit(CreditCategory.LifeField, 5, training: "V1") with { Format = TrainingFormat.EscortVisit };

        Assert.Equal(6, Count(visit, visit with { TrainingId = "V2" }).Counted?.Field);
    }

    [Fact]
    public void Who_leads_a_visit_gets_no_units_U11() =>
        Assert.Equal(Flags.LeadNotCredited, Verdict(An.Credit(CreditCategory.LifeField, 1) with { Role = ParticipantRole.Lead }).Flag);

    [Fact]
    public void A_session_counts_once_in_each_category_U12_K2()
    {
        var answer = Count(Special, Special, Special with { Category = CreditCategory.LifeUpdate });

        Assert.Equal((4, 2, 2), (answer.Counted?.Total, answer.Counted?.Update, answer.Counted?.Special));
        Assert.Equal([Flags.DuplicateCredit], answer.Flags);
    }

    [Theory]
    [InlineData(ParticipationMode.Web, PostingState.Posted, Flags.WebNotAllowed)]
    [InlineData(ParticipationMode.Onsite, PostingState.Pending, Flags.CreditNotPosted)]
    public void A_dropped_record_makes_no_other_one_a_duplicate_K1(ParticipationMode mode, PostingState status, string flag)
    {
        var field = An.Credit(CreditCategory.LifeField, 2);
        var answer = Count(field with { Mode = mode, Status = status }, field);

        Assert.Equal(2, answer.Counted?.Field);
        Assert.Equal([flag], answer.Flags);
    }

    [Fact]
    public void A_web_record_of_a_session_that_counts_already_is_a_duplicate_first_and_web_second_K1()
    {
        var field = An.Credit(CreditCategory.LifeField, 2);

        Assert.Equal([Flags.DuplicateCredit], Count(field, field with { Mode = ParticipationMode.Web }).Flags);
    }

    [Fact]
    public void The_item_is_not_part_of_what_makes_a_duplicate_K1()
    {
        var general = An.Credit(CreditCategory.BasicEarly, 2, item: "general", training: "E");
        var answer = Examination.Of(An.OccupationalNew(AsOf, general, general with { Item = "practice" }));

        Assert.Equal(2, answer.Counted?.Early);
    }

    [Theory]
    [InlineData(5, 20, true)]
    [InlineData(6, 20, false)]
    public void At_most_five_web_units_enter_the_total_U7(int web, int total, bool withinCap)
    {
        var answer = Count(
            An.Credit(CreditCategory.LifeUpdate, web, training: "W") with { Mode = ParticipationMode.Web },
            An.Credit(CreditCategory.LifeField, 1),
            An.Credit(CreditCategory.LifeSpecial, 14));

        Assert.Equal((total, web), (answer.Counted?.Total, answer.Counted?.Update));
        Assert.Equal(withinCap ? [] : [Flags.WebCapApplied], answer.Flags);
        Assert.True(answer.Eligible);
    }

    [Fact]
    public void A_paper_web_unit_beyond_the_cap_still_needs_its_original_K17()
    {
        var web = An.Credit(CreditCategory.LifeSpecial, 5, training: "W") with { Mode = ParticipationMode.Web };
        var paper = An.Credit(CreditCategory.LifeSpecial, 1, Day("2022-01-01")) with { Mode = ParticipationMode.Web };

        Assert.Equal([Flags.PaperOriginalRequired, Flags.WebCapApplied], Count(web, paper).Flags);
    }

    [Fact]
    public void Sports_retraining_and_the_course_may_be_taken_on_the_web_without_a_cap_SR4_SN5()
    {
        var retraining = An.Credit(CreditCategory.Retraining, 8) with { Mode = ParticipationMode.Web };
        var course = An.WholeCourse().Select(it => it with { Mode = ParticipationMode.Web });

        Assert.Equal((8, 0), Examination.Of(An.SportsRenewal(An.FiveYears, AsOf, retraining)) is var it ? (it.Counted?.Total, it.Flags.Count) : default);
        Assert.True(Examination.Of(An.SportsNew(AsOf, [.. course])).Eligible);
    }

    [Fact]
    public void Spent_units_are_dropped_from_a_renewal_and_mean_nothing_to_a_new_application_K19()
    {
        var basic = An.FiftyBasic().Select(it => it with { Consumed = true });

        Assert.Equal(Flags.CreditConsumed, Verdict(Special with { Consumed = true }).Flag);
        Assert.True(Examination.Of(An.OccupationalNew(AsOf, [.. basic])).Eligible);
    }

    [Fact]
    public void The_first_test_that_fails_names_the_flag()
    {
        var wrongInEveryWay = An.Credit(CreditCategory.BasicLate, 1, AsOf.AddDays(1)) with { Status = PostingState.Pending, Consumed = true };

        Assert.Equal(Flags.CreditWrongKind, Verdict(wrongInEveryWay).Flag);
        Assert.Equal(Flags.CreditInFuture, Verdict(wrongInEveryWay with { Category = CreditCategory.LifeUpdate }).Flag);
        Assert.Equal(Flags.CreditNotPosted, Verdict(wrongInEveryWay with { Category = CreditCategory.LifeUpdate, Date = AsOf }).Flag);
    }

    [Theory]
    [InlineData(CreditCategory.BasicEarly)]
    [InlineData(CreditCategory.CourseEarly)]
    [InlineData(CreditCategory.Retraining)]
    public void Only_lifelong_units_serve_an_occupational_renewal_U3(CreditCategory category) =>
        Assert.Equal(Flags.CreditWrongKind, Verdict(An.Credit(category, 1)).Flag);

    [Fact]
    public void Course_and_retraining_do_not_stand_in_for_each_other_K21()
    {
        var retraining = An.Credit(CreditCategory.Retraining, 5);
        var course = An.Credit(CreditCategory.CourseEarly, 1, item: "S01");

        Assert.Equal([Flags.CreditWrongKind], Examination.Of(An.SportsNew(AsOf, retraining)).Flags);
        Assert.Equal([Flags.CreditWrongKind], Examination.Of(An.SportsRenewal(An.FiveYears, AsOf, course)).Flags);
    }

    [Fact]
    public void The_shown_parts_add_up_to_the_total_G1()
    {
        var answer = Count(
            Special, Special, An.Credit(CreditCategory.LifeUpdate, 9, training: "W") with { Mode = ParticipationMode.Web });

        Assert.Equal(answer.Counted?.Total, answer.Credits.Sum(it => it.Units) - answer.WebUnitsOverCap);
        Assert.All(answer.Credits, it => Assert.True(it.Counts || it.Flag is not null));
    }

    private static Answer Count(params IReadOnlyList<Credit> credits) =>
        Examination.Of(An.OccupationalRenewal(An.FiveYears, AsOf, credits));

    private static CreditVerdict Verdict(Credit credit) => Count(credit).Credits[0];
}
