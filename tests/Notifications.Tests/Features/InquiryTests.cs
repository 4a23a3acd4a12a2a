using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Features.Inquiries;

namespace Mamis.Notifications.Tests.Features;

public sealed class InquiryTests
{
    private static readonly PhysicianId Physician = new(new Guid("0199a000-0000-7000-8000-000000000001"));
    private static readonly StaffId Clerk = new(new Guid("0199a000-0000-7000-8000-0000000000c1"));
    private static readonly StaffId Colleague = new(new Guid("0199a000-0000-7000-8000-0000000000c2"));
    private static readonly Guid First = new("0199a000-0000-7000-8000-0000000000f1");
    private static readonly Guid Second = new("0199a000-0000-7000-8000-0000000000f2");

    private static readonly InquiryOpened Opened = new(Physician, "13-001", Application: null, First);
    private static readonly Party Asker = new(Staff: null, string.Empty);
    private static readonly Party Desk = new(Clerk, "13-001");

    [Fact]
    public void An_inquiry_is_opened_once() => Assert.Equal(
        (1, 0), (OpenInquiry.Decide(new(), new(Physician, "13-001", null, First)).Events.Count, OpenInquiry.Decide(After(Opened), new(Physician, "13-001", null, First)).Events.Count));

    [Fact]
    public void The_physician_asks_and_the_desk_answers()
    {
        Assert.Equal([new InquiryAsked(Second)], WriteToInquiry.Decide(After(Opened), new(Asker, Second)).Events);
        Assert.Equal([new InquiryAnswered(Second, Clerk)], WriteToInquiry.Decide(After(Opened), new(Desk, Second)).Events);
    }

    [Fact]
    public void What_was_just_written_is_not_written_again() => Assert.Empty(WriteToInquiry.Decide(After(Opened), new(Asker, First)).Events);

    [Fact]
    public void A_new_message_opens_again_what_was_closed()
    {
        var closed = After(Opened, new InquiryAnswered(Second, Clerk), new InquiryClosed(Clerk));

        Assert.Equal(InquiryState.Closed, closed.State);
        Assert.Equal(InquiryState.Waiting, closed.Evolve(Assert.Single(WriteToInquiry.Decide(closed, new(Asker, First)).Events)).State);
    }

    [Fact]
    public void Another_association_only_reads()
    {
        var other = new Party(Clerk, "13");

        Assert.Equal("INQUIRY_OF_ANOTHER_DESK", Code(WriteToInquiry.Decide(After(Opened), new(other, Second))));
        Assert.Equal("INQUIRY_OF_ANOTHER_DESK", Code(AssignInquiry.Decide(After(Opened), new(other, Release: false))));
        Assert.Equal("INQUIRY_OF_ANOTHER_DESK", Code(CloseInquiry.Decide(After(Opened), new(other))));
    }

    [Fact]
    public void Two_do_not_answer_the_same_unless_one_takes_it_over()
    {
        var taken = After(Opened, new InquiryAssigned(Colleague, Colleague));

        Assert.Equal("INQUIRY_WITH_COLLEAGUE", Code(WriteToInquiry.Decide(taken, new(Desk, Second))));
        Assert.Equal("INQUIRY_WITH_COLLEAGUE", Code(AssignInquiry.Decide(taken, new(Desk, Release: true))));
        Assert.Equal([new InquiryAssigned(Clerk, Clerk)], AssignInquiry.Decide(taken, new(Desk, Release: false)).Events);
    }

    [Fact]
    public void Taking_and_giving_back_twice_does_it_once()
    {
        var taken = After(Opened, new InquiryAssigned(Clerk, Clerk));

        Assert.Empty(AssignInquiry.Decide(taken, new(Desk, Release: false)).Events);
        Assert.Equal([new InquiryAssigned(null, Clerk)], AssignInquiry.Decide(taken, new(Desk, Release: true)).Events);
        Assert.Empty(AssignInquiry.Decide(After(Opened), new(Desk, Release: true)).Events);
    }

    [Fact]
    public void The_desk_closes_only_what_it_has_answered_and_the_physician_at_any_time()
    {
        Assert.Equal("INQUIRY_UNANSWERED", Code(CloseInquiry.Decide(After(Opened), new(Desk))));
        Assert.Equal([new InquiryClosed(null)], CloseInquiry.Decide(After(Opened), new(Asker)).Events);
        Assert.Equal([new InquiryClosed(Clerk)], CloseInquiry.Decide(After(Opened, new InquiryAnswered(Second, Clerk)), new(Desk)).Events);
        Assert.Empty(CloseInquiry.Decide(After(Opened, new InquiryClosed(null)), new(Desk)).Events);
    }

    [Fact]
    public void What_was_never_asked_cannot_be_answered() => Assert.Equal("INQUIRY_UNKNOWN", Code(WriteToInquiry.Decide(new(), new(Desk, First))));

    private static Inquiry After(params IEnumerable<object> events) => events.Aggregate(new Inquiry(), (inquiry, e) => inquiry.Evolve(e));

    private static string Code(Decision decision) => Assert.Single(decision.Refusals).Code;
}
