using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Features.Inquiries;

namespace Mamis.Notifications.Tests.Features;

public sealed class AnswerTemplateTests
{
    private static readonly StaffId Clerk = new(new Guid("0199a000-0000-7000-8000-0000000000c1"));
    private static readonly Guid First = new("0199a000-0000-7000-8000-0000000000f1");
    private static readonly Guid Second = new("0199a000-0000-7000-8000-0000000000f2");

    [Fact]
    public void Words_are_kept_once_changed_in_their_place_and_removed()
    {
        var templates = After(Written(First, "fee"), Written(Second, "handbook"));

        Assert.Empty(Write(templates, First, "fee").Events);
        Assert.Equal([Written(First, "fee, new")], Write(templates, First, "fee, new").Events);
        Assert.Equal(["fee, new", "handbook"], templates.Evolve(Written(First, "fee, new")).All.Select(it => it.Title));
        Assert.Equal([new AnswerTemplateRemoved(First, Clerk)], RemoveAnswerTemplate.Decide(templates, new(First, Clerk)).Events);
        Assert.Equal(["handbook"], templates.Evolve(new AnswerTemplateRemoved(First, Clerk)).All.Select(it => it.Title));
    }

    [Fact]
    public void What_is_gone_cannot_be_removed_again() => Assert.Equal(
        ["ANSWER_TEMPLATE_UNKNOWN"], RemoveAnswerTemplate.Decide(new(), new(First, Clerk)).Refusals.Select(it => it.Code));

    [Fact]
    public void A_desk_keeps_a_hundred_and_may_still_change_them()
    {
        var almost = After([.. Enumerable.Range(1, 99).Select(it => Written(DeterministicId.From("template", it), "title"))]);
        var full = almost.Evolve(Written(First, "title"));

        Assert.Single(Write(almost, Second, "title").Events);
        Assert.Equal(["ANSWER_TEMPLATES_FULL"], Write(full, Second, "title").Refusals.Select(it => it.Code));
        Assert.Single(Write(full, First, "other").Events);
    }

    private static AnswerTemplateWritten Written(Guid id, string title) => new(id, title, "text", Clerk);

    private static Decision Write(AnswerTemplates templates, Guid id, string title) => WriteAnswerTemplate.Decide(templates, new(id, title, "text", Clerk));

    private static AnswerTemplates After(params AnswerTemplateWritten[] events) => events.Aggregate(new AnswerTemplates(), static (all, e) => all.Evolve(e));
}
