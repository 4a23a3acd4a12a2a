using Mamis.Kernel;

namespace Mamis.Identity.Credentials;

/// <summary>How long a session lasts without a request, and at most.</summary>
public sealed record SessionLimits(TimeSpan Idle, TimeSpan Absolute)
{
    /// <summary>Between the password and the code of the second factor.</summary>
    public static readonly SessionLimits SecondFactorDue = new(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));

    private static readonly SessionLimits Enrolling = new(TimeSpan.FromHours(1), TimeSpan.FromHours(2));
    private static readonly SessionLimits Physician = new(TimeSpan.FromHours(12), TimeSpan.FromDays(7));
    private static readonly SessionLimits Staff = new(TimeSpan.FromMinutes(30), TimeSpan.FromHours(12));

    public static SessionLimits Of(string role) => role switch
    {
        Roles.Enrolling => Enrolling,
        Roles.Physician => Physician,
        _ => Staff,
    };
}
