using Mamis.Identity.Features.Staff;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;

namespace Mamis.Identity;

/// <summary>The part of the route table that is about staff: their administrators, and the links the staff themselves get in by.</summary>
public static class StaffRoutes
{
    public static void MapStaff(this WebApplication app)
    {
        app.MapGet("/staff", StaffOfAssociation.Get).For(Roles.PrefectureStaff, Roles.JmaStaff);
        app.MapPost("/staff/{id:guid}/ending", EndStaffAccount.Handle).For(Roles.PrefectureStaff, Roles.JmaStaff);
        app.MapPost("/staff/{id:guid}/factor-replacement", ReplaceStaffFactor.Handle).For(Roles.PrefectureStaff, Roles.JmaStaff);
        app.MapPost("/staff-invitations", InviteStaff.Handle).For(Roles.PrefectureStaff, Roles.JmaStaff);
        app.MapPost("/staff-invitations/{id:guid}/sending", SendInvitationAgain.Handle).For(Roles.PrefectureStaff, Roles.JmaStaff);
        app.MapPost("/staff-invitations/{id:guid}/withdrawal", WithdrawInvitation.Handle).For(Roles.PrefectureStaff, Roles.JmaStaff);

        app.MapPost("/staff-links", ShowStaffLink.Handle).ForEveryone();
        app.MapPost("/staff-links/password", BeginStaffFactor.Handle).ForEveryone();
        app.MapPost("/staff-links/code", FinishStaffLink.Handle).ForEveryone();
    }
}
