using Mamis.Kernel;
using Mamis.Notifications.Messaging;
using Microsoft.Extensions.Configuration;

namespace Mamis.Notifications.Tests.Messaging;

public sealed class StopLinkTests
{
    private static readonly Guid Notice = new("0199a000-0000-8000-8000-000000000002");
    private static readonly StaffId Staff = new(new Guid("0199a000-0000-7000-8000-000000000003"));
    private static readonly StopLink Links = With("a secret of the tests");

    [Fact]
    public void A_link_leads_back_to_its_notice_on_every_node() => Assert.Equal(new(Notice, Staff: null), With("a secret of the tests").Read(Links.TokenOf(Notice)));

    [Fact]
    public void A_link_in_a_mail_to_staff_leads_back_to_who_got_it() => Assert.Equal(new(Notice, Staff), Links.Read(Links.TokenOf(Notice, Staff)));

    [Fact]
    public void A_link_that_was_not_made_here_leads_nowhere()
    {
        var token = Links.TokenOf(Notice);

        Assert.Null(Links.Read(With("another secret").TokenOf(Notice)));
        Assert.Null(Links.Read(token[..^1]));
        Assert.Null(Links.Read(Links.TokenOf(Notice, Staff)[..^4]));
        Assert.Null(Links.Read($"{(token[0] == 'A' ? 'B' : 'A')}{token[1..]}"));
        Assert.Null(Links.Read(new string('x', 500)));
        Assert.Null(Links.Read("ä?"));
        Assert.Null(Links.Read(string.Empty));
    }

    private static StopLink With(string secret) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("Service:Secret", secret)]).Build(), new(new("https://mamis.example/")));
}
