using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Features.Attendance;

namespace Mamis.TrainingCredits.Tests.Features;

/// <summary>Who is near to a row that fits nobody, and what staff may make of it.</summary>
public sealed class MatchSuspendedTests
{
    private static readonly Training Training = Some.Designated(Some.Session());

    [Theory]
    [InlineData("123457")]
    [InlineData("124356")]
    [InlineData("12346")]
    [InlineData("1234566")]
    public void A_number_with_one_slip_is_near_when_name_and_birth_date_are_right(string number) =>
        Assert.Equal(Nearness.NumberMistyped, Some.Physician.NearTo(number, "山田", "花子", new(1975, 6, 1)));

    [Theory]
    [InlineData("123465", "山田", "1975-06-02")]
    [InlineData("123465", "山本", "1975-06-01")]
    [InlineData("123465", "山田", null)]
    [InlineData("124365", "山田", "1975-06-01")]
    [InlineData("143256", "山田", "1975-06-01")]
    [InlineData("1234", "山田", "1975-06-01")]
    [InlineData("123456", "鈴木", "1975-06-02")]
    [InlineData("123456", "山田", "1975-06-01")]
    public void Two_slips_another_person_or_a_row_that_fits_is_not_near(string number, string family, string? born) => Assert.Null(
        Some.Physician.NearTo(number, family, "花子", born is null ? null : DateOnly.Parse(born, provider: null)));

    [Fact]
    public void A_right_number_under_another_name_is_near()
    {
        Assert.Equal(Nearness.NameChanged, Some.Physician.NearTo("123456", "鈴木", "花子", birthDate: null));
        Assert.Equal(Nearness.BirthDateMistyped, Some.Physician.NearTo("123456", "山田", "花子", new(1975, 1, 6)));
    }

    [Fact]
    public void A_match_credits_the_first_source_and_says_who_matched()
    {
        var decision = MatchSuspended.Decide(new(), new(Row, Training, Some.Clerk));

        var posted = Assert.IsType<CreditPosted>(Assert.Single(decision.Events));
        Assert.Equal((Some.Holder, Some.List, 7, Some.Clerk), (posted.Holder, posted.List, posted.Row, posted.MatchedBy));
    }

    [Theory]
    [InlineData("999999", true, "NO_NEAR_MATCH")]
    [InlineData("123465", false, "MYPAGE_INCOMPLETE")]
    public void Only_a_near_and_registered_physician_is_matched_A1(string number, bool active, string code) => Assert.Equal(
        code, MatchSuspended.Decide(new(), new(Row with { LicenceNumber = number, IsActive = active }, Training, Some.Clerk)).Refusals[0].Code);

    [Fact]
    public void A_match_that_contradicts_the_ledger_is_refused() => Assert.Equal(
        "CONTRADICTS_EARLIER",
        MatchSuspended.Decide(new CreditLedger().Evolve(Some.Posted()), new(Row with { Presence = Presence.Partial }, Training, Some.Clerk)).Refusals[0].Code);

    private static WaitingRow Row => new()
    {
        TrainingId = Some.TrainingId.Value,
        SessionId = Some.Session().Id.Value,
        ListId = Some.List.Value,
        Row = 7,
        LicenceNumber = "123465",
        FamilyName = "山田",
        GivenName = "花子",
        BirthDate = new(1975, 6, 1),
        PhysicianId = Some.Holder.Value,
        IsActive = true,
        KnownLicenceNumber = "123456",
        KnownFamilyName = "山田",
        KnownGivenName = "花子",
        KnownBirthDate = new(1975, 6, 1),
    };
}
