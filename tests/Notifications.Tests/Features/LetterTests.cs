using Mamis.Notifications.Domain;
using Mamis.Notifications.Features;

namespace Mamis.Notifications.Tests.Features;

public sealed class LetterTests
{
    private static readonly Guid Batch = new("0199a000-0000-7000-8000-0000000000b1");
    private static readonly Kernel.StaffId Clerk = new(new Guid("0199a000-0000-7000-8000-0000000000c1"));
    private static readonly Guid Other = new("0199a000-0000-7000-8000-0000000000b2");

    private static readonly Notice Ordered = Some.Notice(Some.Content(), new LetterOrdered("NO_EMAIL"));
    private static readonly Notice Printed = Ordered.Evolve(new LetterPrinted(Batch, "0000000018"));

    [Fact]
    public void A_letter_that_waits_goes_into_the_batch() =>
        Assert.Equal([new LetterPrinted(Batch, "0000000018")], PrintLetters.Decide(Ordered, new(Batch, "0000000018")).Events);

    [Fact]
    public void A_letter_is_printed_in_one_batch_only() =>
        Assert.Equal(["LETTER_NOT_WAITING"], PrintLetters.Decide(Printed, new(Other, "0000000026")).Refusals.Select(it => it.Code));

    [Fact]
    public void A_printed_letter_is_sent_when_the_desk_has_posted_it() =>
        Assert.Equal([new NoticeSent(Channel.Letter, 3)], PostLetters.Decide(Printed, new(3)).Events);

    [Fact]
    public void Posting_twice_posts_once() =>
        Assert.Equal(Kernel.Decision.Nothing, PostLetters.Decide(Printed.Evolve(new NoticeSent(Channel.Letter, 3)), new(3)));

    [Fact]
    public void A_posted_letter_can_come_back_once()
    {
        var posted = Printed.Evolve(new NoticeSent(Channel.Letter, 3));
        var returned = new LetterReturned("ADDRESS_WRONG", Clerk);

        Assert.Equal([returned], ReturnLetter.Decide(posted, new(Clerk)).Events);
        Assert.Empty(ReturnLetter.Decide(posted.Evolve(returned), new(Clerk)).Events);
    }

    [Fact]
    public void What_was_never_posted_cannot_come_back()
    {
        var mailed = Some.Notice(Some.Content(), new NoticeSent(Channel.Email, 3));

        Assert.All([Ordered, Printed, mailed], it => Assert.Equal(["LETTER_NOT_POSTED"], ReturnLetter.Decide(it, new(Clerk)).Refusals.Select(r => r.Code)));
    }

    [Fact]
    public void What_is_not_printed_cannot_be_posted() =>
        Assert.Equal(["LETTER_NOT_PRINTED"], PostLetters.Decide(Ordered, new(3)).Refusals.Select(it => it.Code));
}
