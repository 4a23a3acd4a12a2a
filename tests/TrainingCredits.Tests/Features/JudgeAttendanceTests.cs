using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Features.Attendance;

namespace Mamis.TrainingCredits.Tests.Features;

/// <summary>What becomes of a row, rule by rule.</summary>
public sealed class JudgeAttendanceTests
{
    [Fact]
    public void A_row_that_fits_is_credited_with_its_source()
    {
        var judge = Some.Judge(Some.Designated(Some.Session()), Some.Physician);

        var result = Assert.Single(judge.Judged(Some.Row));

        var posted = Assert.IsType<CreditPosted>(Assert.Single(judge.Posted[Some.Holder]));
        Assert.Equal(RowOutcome.Credited, result.Result);
        Assert.Equal(posted.Entry.Value, result.EntryId);
        Assert.Equal((Some.List, 1, Some.Clerk, 2), (posted.List, posted.Row, posted.PostedBy, posted.Units));
    }

    [Theory]
    [InlineData("2026-11-22", RowOutcome.Credited)]
    [InlineData("2026-11-23", RowOutcome.Refused)]
    public void A_session_counts_from_its_day_on_U13(string date, RowOutcome outcome)
    {
        var training = Some.Designated(Some.Session(date: DateOnly.Parse(date, provider: null)));

        var result = Assert.Single(Some.Judge(training, Some.Physician).Judged(Some.Row));

        Assert.Equal(outcome, result.Result);
        Assert.Equal(outcome is RowOutcome.Refused ? "SESSION_IN_FUTURE" : null, result.Code);
    }

    [Theory]
    [InlineData(Mode.Onsite, Mode.Web, "WEB_NOT_ALLOWED")]
    [InlineData(Mode.Web, Mode.Onsite, "ONSITE_NOT_HELD")]
    [InlineData(Mode.Web, Mode.Web, null)]
    public void Nobody_attends_in_a_way_the_session_is_not_held_U7(Mode held, Mode said, string? code)
    {
        var judge = Some.Judge(Some.Designated(Some.Session(mode: held)), Some.Physician);

        var result = Assert.Single(judge.Judged(Some.Row with { Attending = Some.Attending with { Mode = said } }));

        Assert.Equal(code, result.Code);
    }

    [Fact]
    public void Partial_attendance_and_lecturing_are_recorded_as_they_were_U8_U9_U10()
    {
        var judge = Some.Judge(Some.Designated(Some.Session()), Some.Physician);

        judge.Judged(Some.Row with { Attending = new(AttendanceRole.Lecturer, Mode.Onsite, Presence.Partial) });

        var posted = Assert.IsType<CreditPosted>(Assert.Single(judge.Posted[Some.Holder]));
        Assert.Equal((AttendanceRole.Lecturer, Presence.Partial), (posted.Role, posted.Presence));
    }

    [Fact]
    public void The_same_row_twice_is_one_credit_U12()
    {
        var judge = Some.Judge(Some.Designated(Some.Session()), Some.Physician);

        var results = judge.Judged(Some.Row, Some.Row);

        Assert.Equal([RowOutcome.Credited, RowOutcome.Duplicate], results.Select(it => it.Result));
        Assert.Equal(results[0].EntryId, results[1].EntryId);
        Assert.Single(judge.Posted[Some.Holder]);
    }

    [Fact]
    public void A_row_that_says_otherwise_of_the_same_attendance_is_refused()
    {
        var judge = Some.Judge(Some.Designated(Some.Session()), Some.Physician);

        var results = judge.Judged(Some.Row, Some.Row with { Attending = Some.Attending with { Presence = Presence.Partial } });

        Assert.Equal("CONTRADICTS_EARLIER", results[1].Code);
    }

    [Fact]
    public void Two_sessions_of_a_training_are_two_credits()
    {
        var judge = Some.Judge(Some.Designated(Some.Session(1), Some.Session(2)), Some.Physician);

        var results = judge.Judged(Some.Row, Some.Row with { Session = Some.Session(2).Id.Value.ToString() });

        Assert.All(results, it => Assert.Equal(RowOutcome.Credited, it.Result));
        Assert.NotEqual(results[0].EntryId, results[1].EntryId);
    }

    [Fact]
    public void A_session_that_is_designated_twice_gives_an_entry_for_each_category_U2()
    {
        var session = Some.Session(category: Category.BasicLate) with { SecondCategory = Category.LifeSpecial };
        var judge = Some.Judge(Some.Designated(session), Some.Physician);

        judge.Judged(Some.Row);

        Assert.Equal(
            [Category.BasicLate, Category.LifeSpecial], judge.Posted[Some.Holder].Cast<CreditPosted>().Select(it => it.Category));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("0")]
    [InlineData("=1")]
    [InlineData("0197a000-0000-7000-8000-00000000dead")]
    public void A_session_of_another_training_is_refused(string session) => Assert.Equal(
        "SESSION_UNKNOWN", Some.Judge(Some.Designated(Some.Session()), Some.Physician).Judged(Some.Row with { Session = session })[0].Code);

    [Theory]
    [InlineData("山田", "花代", null, "NAME_MISMATCH")]
    [InlineData("山田", "花子", "1975-06-02", "BIRTH_DATE_MISMATCH")]
    [InlineData("山田", "花子", null, null)]
    [InlineData("山田花子", "", "1975-06-01", null)]
    public void A_row_must_be_about_the_physician_with_the_number_A6(string family, string given, string? birthDate, string? code)
    {
        var judge = Some.Judge(Some.Designated(Some.Session()), Some.Physician);
        var born = birthDate is null ? (DateOnly?)null : DateOnly.Parse(birthDate, provider: null);

        var result = judge.Judged(Some.Row with { FamilyName = family, GivenName = given, BirthDate = born })[0];

        Assert.Equal(code, result.Code);
        Assert.Equal(code is null ? 1 : 0, judge.Posted.Count);
    }

    [Fact]
    public void A_row_of_an_unknown_physician_is_held_once_A3()
    {
        var judge = Some.Judge(Some.Designated(Some.Session()));

        var results = judge.Judged(Some.Row, Some.Row);

        Assert.Equal([RowOutcome.Suspended, RowOutcome.Duplicate], results.Select(it => it.Result));
        Assert.Equal("PHYSICIAN_UNKNOWN", results[0].Code);
        Assert.Single(judge.Held);
        Assert.Empty(judge.Posted);
    }

    [Fact]
    public void Two_names_under_one_unknown_number_are_both_held()
    {
        var judge = Some.Judge(Some.Designated(Some.Session()));

        judge.Judged(Some.Row, Some.Row with { FamilyName = "鈴木" });

        Assert.Equal(2, judge.Held.Count);
    }

    [Fact]
    public void A_row_of_a_physician_without_my_page_is_held_A1()
    {
        var judge = Some.Judge(Some.Designated(Some.Session()), Some.Physician with { Active = false });

        Assert.Equal("MYPAGE_INCOMPLETE", judge.Judged(Some.Row)[0].Code);
        Assert.Single(judge.Held);
    }

    [Theory]
    [InlineData("ORG-7", true, null)]
    [InlineData("ORG-8", true, "TRAINING_UNKNOWN")]
    [InlineData("ORG-7", false, "TRAINING_NOT_DESIGNATED")]
    public void Lists_are_taken_from_the_organizer_of_a_designated_training(string organizer, bool isDesignated, string? code)
    {
        var training = isDesignated ? Some.Designated(Some.Session()) : new Training().Evolve(Some.Drafted(Some.Session()));

        Assert.Equal(code, PostAttendance.Decide(training, new(organizer)).Refusals.Select(it => it.Code).FirstOrDefault());
    }
}
