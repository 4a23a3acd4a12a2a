using Mamis.Kernel;

namespace Mamis.Identity.Domain;

/// <summary>Somebody acts for an association or an organizing body from now on, in this role.</summary>
public sealed record StaffMemberAppointed(string Role, string Association);

/// <summary>Somebody who acts for an association (医師会事務局), for an organizing body, or as auditor or scheduler.</summary>
public sealed record StaffMember : IEvolve<StaffMember>
{
    public string? Role { get; init; }

    public string Association { get; init; } = string.Empty;

    public StaffMember Evolve(object @event) => @event switch
    {
        StaffMemberAppointed e => this with { Role = e.Role, Association = e.Association },
        _ => this,
    };
}
