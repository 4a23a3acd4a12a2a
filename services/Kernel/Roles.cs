namespace Mamis.Kernel;

/// <summary>The roles a token can carry.</summary>
public static class Roles
{
    public const string Physician = "physician";
    public const string CountyStaff = "county-staff";
    public const string PrefectureStaff = "prefecture-staff";
    public const string JmaStaff = "jma-staff";
    public const string Organizer = "organizer";
    public const string Scheduler = "scheduler";
    public const string Auditor = "auditor";

    /// <summary>Has a provisional login only: may do the first login and nothing else.</summary>
    public const string Enrolling = "enrolling";

    /// <summary>Another service of the system.</summary>
    public const string Service = "service";
}
