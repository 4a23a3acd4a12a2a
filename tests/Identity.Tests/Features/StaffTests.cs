using Mamis.Identity.Domain;
using Mamis.Identity.Features.Staff;
using Mamis.Testing;
using static Mamis.Identity.Tests.Support.Invented;

namespace Mamis.Identity.Tests.Features;

public sealed class StaffTests
{
    private static readonly StaffMemberInvited Invited = new("county-staff", "13-001", Clerk);
    private static readonly StaffMemberAppointed Appointed = new("county-staff", "13-001");

    private readonly Scenario<StaffMember> _member = new();

    [Theory]
    [InlineData("JMA", "jma-staff", "JMA")]
    [InlineData("JMA", "auditor", "JMA")]
    [InlineData("JMA", "organizer", "ORG-001")]
    [InlineData("JMA", "county-staff", "27-001")]
    [InlineData("13", "prefecture-staff", "13")]
    [InlineData("13", "county-staff", "13-001")]
    public void The_JMA_invites_for_all_and_a_prefecture_for_itself_and_its_counties(string inviter, string role, string association) => _member
        .When(it => InviteStaff.Decide(it, Invitation(inviter, role, association)))
        .Then(new StaffMemberInvited(role, association, Clerk));

    [Theory]
    [InlineData("13", "prefecture-staff", "27")]
    [InlineData("13", "county-staff", "27-001")]
    [InlineData("13", "jma-staff", "JMA")]
    [InlineData("13", "auditor", "JMA")]
    [InlineData("13", "organizer", "ORG-001")]
    [InlineData("13-001", "county-staff", "13-001")]
    public void Nobody_invites_beyond_the_own_reach(string inviter, string role, string association) => _member
        .When(it => InviteStaff.Decide(it, Invitation(inviter, role, association)))
        .ThenRefused("OUT_OF_JURISDICTION");

    [Theory]
    [InlineData("prefecture-staff", "13-001")]
    [InlineData("county-staff", "13")]
    [InlineData("jma-staff", "13")]
    [InlineData("organizer", "13")]
    [InlineData("scheduler", "JMA")]
    [InlineData("physician", "JMA")]
    public void A_role_belongs_to_its_tier(string role, string association) => _member
        .When(it => InviteStaff.Decide(it, Invitation("JMA", role, association)))
        .ThenRefused("STAFF_ROLE_INVALID");

    [Fact]
    public void Everything_wrong_with_an_invitation_is_said_at_once() => _member
        .When(it => InviteStaff.Decide(it, Invitation("JMA", "county-staff", "13-999") with { IsKnown = false, AddressReasons = [Refusals.EmailInvalid] }))
        .ThenRefused("ASSOCIATION_UNKNOWN", "EMAIL_INVALID");

    [Fact]
    public void An_open_invitation_is_sent_again_withdrawn_or_used() => Assert.All(
        new (Func<StaffMember, Kernel.Decision> Decide, object Event)[]
        {
            (it => SendInvitationAgain.Decide(it, new("13", Clerk)), new StaffInvitationSentAgain(Clerk)),
            (it => WithdrawInvitation.Decide(it, new("13", Clerk)), new StaffInvitationWithdrawn(Clerk)),
            (it => FinishStaffLink.Decide(it, new(IsInvitation: true)), Appointed),
        },
        it => new Scenario<StaffMember>().Given(Invited).When(it.Decide).Then(it.Event));

    [Fact]
    public void An_invitation_that_is_used_withdrawn_or_another_prefectures_is_unknown()
    {
        new Scenario<StaffMember>().Given(Invited).When(it => SendInvitationAgain.Decide(it, new("27", Clerk))).ThenRefused("INVITATION_UNKNOWN");
        new Scenario<StaffMember>().Given(Invited, Appointed).When(it => SendInvitationAgain.Decide(it, new("13", Clerk))).ThenRefused("INVITATION_UNKNOWN");
        new Scenario<StaffMember>().Given(Invited, new StaffInvitationWithdrawn(Clerk)).When(it => WithdrawInvitation.Decide(it, new("13", Clerk))).ThenRefused("INVITATION_UNKNOWN");
        new Scenario<StaffMember>().Given(Invited, Appointed).When(it => FinishStaffLink.Decide(it, new(IsInvitation: true))).ThenRefused("LINK_OVER");
    }

    [Fact]
    public void An_account_ends_once_and_never_by_its_owner()
    {
        var end = new EndStaffAccount.Command("13", IsOwn: false, Clerk);

        new Scenario<StaffMember>().Given(Appointed).When(it => EndStaffAccount.Decide(it, end)).Then(new StaffAccountEnded(Clerk))
            .When(it => EndStaffAccount.Decide(it, end)).ThenNothing();
        new Scenario<StaffMember>().Given(Appointed).When(it => EndStaffAccount.Decide(it, end with { IsOwn = true })).ThenRefused("STAFF_OWN_ACCOUNT");
        new Scenario<StaffMember>().Given(Appointed).When(it => EndStaffAccount.Decide(it, end with { Association = "27" })).ThenRefused("STAFF_UNKNOWN");
        new Scenario<StaffMember>().Given(Invited).When(it => EndStaffAccount.Decide(it, end)).ThenRefused("STAFF_UNKNOWN");
    }

    [Fact]
    public void A_lost_authenticator_is_replaced_with_a_reason_by_another_and_by_mail()
    {
        var lost = new ReplaceStaffFactor.Command("JMA", FactorLoss.DeviceLost, IsOwn: false, HasAddress: true, Clerk);

        new Scenario<StaffMember>().Given(Appointed).When(it => ReplaceStaffFactor.Decide(it, lost)).Then(new StaffFactorVoided(FactorLoss.DeviceLost, Clerk))
            .When(it => FinishStaffLink.Decide(it, new(IsInvitation: false))).Then(new StaffFactorRenewed())
            .When(it => FinishStaffLink.Decide(it, new(IsInvitation: false))).ThenRefused("LINK_OVER");
        new Scenario<StaffMember>().Given(Appointed).When(it => ReplaceStaffFactor.Decide(it, lost with { IsOwn = true })).ThenRefused("STAFF_OWN_ACCOUNT");
        new Scenario<StaffMember>().Given(Appointed).When(it => ReplaceStaffFactor.Decide(it, lost with { HasAddress = false })).ThenRefused("STAFF_EMAIL_MISSING");
        new Scenario<StaffMember>().Given(Appointed).When(it => ReplaceStaffFactor.Decide(it, lost with { Association = "27" })).ThenRefused("STAFF_UNKNOWN");
    }

    private static InviteStaff.Command Invitation(string inviter, string role, string association) =>
        new(role, association, inviter, IsKnown: true, IsBody: association == "ORG-001", AddressReasons: [], Clerk);
}
