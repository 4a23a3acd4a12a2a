using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Claims;
using Mamis.TrainingCredits.Messaging;
using Published = Mamis.Contracts.TrainingCredits;

namespace Mamis.TrainingCredits.Tests.Messaging;

/// <summary>What other services hear.</summary>
public sealed class CreditsPublisherTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_credit_is_told_in_the_codes_of_the_glossary()
    {
        var posted = Some.Posted() with { Category = Category.LifeField, Format = TrainingFormat.EscortVisit, Presence = Presence.Partial };

        var told = Assert.IsType<Published.CreditPosted>(Translated(posted));

        Assert.Equal(
            ("life-field", "mamis", "posted", "onsite", "partial", "attendee", "escort-visit"),
            (told.Category, told.Source, told.Status, told.Mode, told.Attendance, told.Role, told.Format));
        Assert.Equal((posted.Session.Value.ToString(), posted.Session.Value), (told.TrainingKey, told.SessionId));
    }

    [Fact]
    public void Items_of_one_day_on_paper_are_different_trainings_and_the_same_line_is_one_U12()
    {
        var line = new PaperCreditDeclared(
            Some.Posted().Entry, Some.Holder, new(2024, 5, 1), Category.BasicEarly, "general", 1, "基礎研修会", Mode.Onsite);

        Assert.NotEqual(KeyOf(line), KeyOf(line with { Item = "practice" }));
        Assert.NotEqual(KeyOf(line), KeyOf(line with { Date = new(2024, 5, 2) }));
        Assert.Equal(KeyOf(line), KeyOf(line with { Training = "基礎　研修会", Units = 2 }));
    }

    [Fact]
    public void Declared_paper_is_pending_for_everybody()
    {
        var told = Assert.IsType<Published.CreditPosted>(Translated(new PaperCreditDeclared(
            Some.Posted().Entry, Some.Holder, new(2024, 5, 1), Category.LifeField, null, 1, "研修会", Mode.Onsite)));

        Assert.Equal(("paper", "pending"), (told.Source, told.Status));
        Assert.Null(told.SessionId);
    }

    [Fact]
    public void A_claim_is_told_with_who_answers_next_until_when_and_without_a_word_of_it()
    {
        var made = Assert.IsType<Published.ClaimMoved>(Translated(new ClaimMade(
            Some.Holder, Some.TrainingId, Some.Organizer, "13", [Some.Session().Id], AttendanceRole.Attendee, Some.Today)));
        var passedOn = Assert.IsType<Published.ClaimMoved>(Translated(new ClaimEscalated(Some.Holder, "13", Some.Today)));
        var refused = Assert.IsType<Published.ClaimMoved>(Translated(new ClaimRefused(Some.Holder, Some.Clerk, "13")));

        Assert.Equal(("at-organizer", Some.Organizer, Some.Today), (made.Status, made.Desk, made.AnswerBy));
        Assert.Equal(("at-prefecture", "13"), (passedOn.Status, passedOn.Desk));
        Assert.Equal(("refused", null, null), (refused.Status, refused.Desk, refused.AnswerBy));
        Assert.Null(Translated(new ClaimWithdrawn()));
    }

    [Fact]
    public void Trainings_and_lists_are_not_told()
    {
        Assert.Null(Translated(Some.Drafted(Some.Session())));
        Assert.Null(Translated(new AttendancePosted(Some.List, Some.Clerk, 1, 1, 0, 0, 0)));
    }

    private static string KeyOf(PaperCreditDeclared line) => Assert.IsType<Published.CreditPosted>(Translated(line)).TrainingKey;

    private static object? Translated(object data) => new CreditsPublisher().Translate(
        new() { Id = Guid.CreateVersion7(), StreamId = Some.Holder.Value, Version = 1, Timestamp = Now, Data = data });
}
