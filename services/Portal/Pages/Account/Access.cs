using Mamis.Kernel;

namespace Mamis.Portal.Pages.Account;

/// <summary>Who has an account to look after: everybody who is fully signed in.</summary>
public static class Access
{
    /// <summary>Whom notices reach by mail too.</summary>
    public const string NoticeReaders =
        $"{Roles.Physician},{Roles.CountyStaff},{Roles.PrefectureStaff},{Roles.JmaStaff},{Roles.Organizer}";

    public const string People =
        $"{Roles.Physician},{Roles.CountyStaff},{Roles.PrefectureStaff},{Roles.JmaStaff},{Roles.Organizer},{Roles.Scheduler},{Roles.Auditor}";
}
