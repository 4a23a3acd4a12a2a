using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Features.Templates;

namespace Mamis.Notifications.Tests.Features;

public sealed class WriteTemplateTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly StaffId Author = new(new Guid("0199a000-0000-7000-8000-0000000000c1"));
    private static readonly TemplateText Shipped = new("{number}", "shipped");
    private static readonly TemplateWritten Second = Written(2, Today.AddDays(10));

    [Fact]
    public void The_first_words_written_are_the_second_version() => Assert.Equal([Second], Decide(new(), Second).Events);

    [Fact]
    public void The_same_words_sent_twice_are_written_once() => Assert.Empty(Decide(After(Second), Second).Events);

    [Fact]
    public void Later_words_count_on_and_leave_the_earlier_ones() =>
        Assert.Equal([Written(3, Today.AddDays(10), "other {number}")], Decide(After(Second), Written(0, Today.AddDays(10), "other {number}")).Events);

    [Fact]
    public void Words_hold_from_their_day_on_and_the_later_written_win_a_day()
    {
        var template = After(Second, Written(3, Today.AddDays(20)), Written(4, Today.AddDays(10)));

        Assert.Null(template.On(Today.AddDays(9)));
        Assert.Equal(4, template.On(Today.AddDays(10))?.Version);
        Assert.Equal(4, template.On(Today.AddDays(19))?.Version);
        Assert.Equal(3, template.On(Today.AddDays(20))?.Version);
    }

    [Fact]
    public void Words_may_hold_from_today_on_but_not_from_yesterday()
    {
        Assert.Single(Decide(new(), Written(2, Today)).Events);
        Assert.Equal(["TEMPLATE_SINCE_PAST"], Decide(new(), Written(2, Today.AddDays(-1))).Refusals.Select(it => it.Code));
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once() => Assert.Equal(
        ["TEMPLATE_SUBJECT_MISSING", "TEMPLATE_PLACE_MISSING", "TEMPLATE_SINCE_MISSING", "TEMPLATE_WHY_MISSING"],
        WriteTemplate.Decide(new(), new(NoticeKind.OneYear, new("", "text"), Shipped, Since: null, Why: "", Author, Today)).Refusals.Select(it => it.Code));

    private static Decision Decide(NoticeTemplate template, TemplateWritten words) => WriteTemplate.Decide(
        template, new(words.Kind, new(words.Subject, words.Text), Shipped, words.Since, words.Why, words.By, Today));

    private static TemplateWritten Written(int version, DateOnly since, string subject = "{number}") =>
        new(NoticeKind.OneYear, version, since, subject, "text", "clearer", Author);

    private static NoticeTemplate After(params IEnumerable<TemplateWritten> events) => events.Aggregate(new NoticeTemplate(), (it, e) => it.Evolve(e));
}
