using Mamis.Contracts.TrainingCredits;
using Mamis.Notifications.Features;
using Mamis.Notifications.Messaging;

namespace Mamis.Notifications.Tests.Features;

/// <summary>Whom a claim of a missing credit is told to as it moves on, and in which words.</summary>
public sealed class TellOfClaimsTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly ClaimMoved Claim = new()
    {
        ClaimId = Guid.CreateVersion7(),
        PhysicianId = Guid.CreateVersion7(),
        Status = "at-organizer",
        Desk = "ORG-001",
        AnswerBy = new(2026, 12, 6),
        OccurredAt = new(2026, 11, 22, 1, 0, 0, TimeSpan.Zero),
    };

    [Theory]
    [InlineData("at-organizer", "ORG-001", "ClaimAtOrganizer ORG-001")]
    [InlineData("turned-down", null, "ClaimMoved ")]
    [InlineData("at-prefecture", "13", "ClaimAtPrefecture 13", "ClaimMoved ")]
    [InlineData("confirmed", null, "ClaimMoved ")]
    [InlineData("refused", null, "ClaimMoved ")]
    public void The_desk_that_answers_next_and_the_physician_are_told(string status, string? desk, params string[] told) => Assert.Equal(
        told, TellOfClaims.NoticesOf(Claim with { Status = status, Desk = desk }, Today).Select(it => $"{it.Content.Kind} {it.Content.Organisation}"));

    [Fact]
    public void A_repeated_message_makes_the_same_notices_and_another_step_others()
    {
        var passedOn = Claim with { Status = "at-prefecture", Desk = "13" };

        Assert.Equal(Ids(passedOn, Today), Ids(passedOn, Today.AddDays(1)));
        Assert.Empty(Ids(passedOn, Today).Intersect(Ids(passedOn with { Status = "refused", Desk = null }, Today)));
    }

    [Fact]
    public void The_words_to_a_desk_name_the_last_day()
    {
        var notice = TellOfClaims.NoticesOf(Claim, Today).Single().Content;
        var text = Wording.Of(notice, new("日本医師会", Number: null, HasMyPage: true, new("https://mamis.example.invalid")));

        Assert.Contains("2026年12月6日", text.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain('{', text.Body);
    }

    private static Guid[] Ids(ClaimMoved claim, DateOnly today) => [.. TellOfClaims.NoticesOf(claim, today).Select(it => it.Id)];
}
