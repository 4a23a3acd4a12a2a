using Mamis.Kernel;

namespace Mamis.Identity.Domain;

/// <summary>Somebody who acts for an association (医師会事務局), for an organizing body, or as auditor or scheduler.</summary>
public sealed record StaffMember : IEvolve<StaffMember>
{
    public string? Role { get; init; }

    public string Association { get; init; } = string.Empty;

    public StaffStage Stage { get; init; }

    /// <summary>Whether another authenticator is still to be set up in place of a lost one.</summary>
    public bool IsFactorDue { get; init; }

    public StaffMember Evolve(object @event) => @event switch
    {
        StaffMemberInvited e => this with { Role = e.Role, Association = e.Association, Stage = StaffStage.Invited },
        StaffMemberAppointed e => this with { Role = e.Role, Association = e.Association, Stage = StaffStage.Active },
        StaffFactorVoided => this with { IsFactorDue = true },
        StaffFactorRenewed => this with { IsFactorDue = false },
        StaffInvitationWithdrawn or StaffAccountEnded => this with { Stage = StaffStage.Over },
        _ => this,
    };
}

/// <summary>How far somebody's account is.</summary>
public enum StaffStage
{
    Unknown,
    Invited,
    Active,
    Over,
}
