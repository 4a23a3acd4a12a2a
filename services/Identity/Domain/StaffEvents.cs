using Mamis.Kernel;

namespace Mamis.Identity.Domain;

/// <summary>Somebody was asked by mail to act for an association; the address stands beside the stream.</summary>
public sealed record StaffMemberInvited(string Role, string Association, StaffId By);

/// <summary>The invitation went out anew; the link before opens nothing any more.</summary>
public sealed record StaffInvitationSentAgain(StaffId By);

/// <summary>The invitation was taken back before anybody used it.</summary>
public sealed record StaffInvitationWithdrawn(StaffId By);

/// <summary>Somebody acts for an association or an organizing body from now on, in this role.</summary>
public sealed record StaffMemberAppointed(string Role, string Association);

/// <summary>The authenticator is lost: it opens nothing any more, and another is to be set up through a link.</summary>
public sealed record StaffFactorVoided(FactorLoss Reason, StaffId By);

/// <summary>Another authenticator was set up in place of the one that was lost.</summary>
public sealed record StaffFactorRenewed;

/// <summary>Somebody acts for the association no longer; the account is gone, the id stays in what was done with it.</summary>
public sealed record StaffAccountEnded(StaffId By);

/// <summary>Why an administrator replaces an authenticator.</summary>
public enum FactorLoss
{
    /// <summary>The device is lost or stolen.</summary>
    DeviceLost,

    /// <summary>The device is broken, or was given back.</summary>
    DeviceGone,

    /// <summary>Somebody else may know the secret.</summary>
    SecretKnown,
}
