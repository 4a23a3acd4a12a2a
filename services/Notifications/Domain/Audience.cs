using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>For whom notices of a kind are.</summary>
public enum Audience
{
    Physician,

    /// <summary>Staff of an association (医師会事務局).</summary>
    Desk,

    /// <summary>Staff of a body that holds trainings (主催者).</summary>
    Organizer,
}

/// <summary>Which kinds of notice are for whom. A code alone does not say it: an association that holds trainings has one code for both.</summary>
public static class Audiences
{
    private static readonly string[] DeskRoles = [Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff];
    private static readonly string[] OrganizerRoles = [Roles.Organizer];

    public static Audience ToldTo(this NoticeKind kind) => kind switch
    {
        NoticeKind.AttendanceAwaited or NoticeKind.AttendanceOverdue or NoticeKind.ClaimAtOrganizer => Audience.Organizer,
        NoticeKind.OrganizerOverdue or NoticeKind.DeskDeadline or NoticeKind.DeskOverdue or NoticeKind.DeskBelowOverdue
            or NoticeKind.ClaimAtPrefecture => Audience.Desk,
        _ => Audience.Physician,
    };

    /// <summary>To which audience somebody in this role belongs.</summary>
    public static Audience Of(string role) => role switch
    {
        Roles.Physician => Audience.Physician,
        Roles.Organizer => Audience.Organizer,
        _ => Audience.Desk,
    };

    /// <summary>The kinds for an audience, in the order in which they are listed.</summary>
    public static IReadOnlyList<NoticeKind> Kinds(this Audience audience) =>
        [.. Enum.GetValues<NoticeKind>().Where(it => it.ToldTo() == audience)];

    /// <summary>Whose mails they are: auditors and machines act for an association too, and are told nothing.</summary>
    public static IReadOnlyList<string> StaffRoles(this Audience audience) => audience switch
    {
        Audience.Desk => DeskRoles,
        Audience.Organizer => OrganizerRoles,
        _ => [],
    };
}
