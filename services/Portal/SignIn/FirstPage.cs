using Mamis.Kernel;

namespace Mamis.Portal.SignIn;

/// <summary>Where each role begins its day.</summary>
public static class FirstPage
{
    public static string? Of(string role) => role switch
    {
        Roles.Physician => "/my-page",
        Roles.Organizer => "/organizer/trainings",
        Roles.CountyStaff or Roles.PrefectureStaff or Roles.JmaStaff => "/desk/queue",
        Roles.Enrolling => "/first-login",
        _ => null,
    };
}
