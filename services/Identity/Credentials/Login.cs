using Microsoft.AspNetCore.Identity;

namespace Mamis.Identity.Credentials;

/// <summary>What somebody logs in with. Its id is the physician's or the member of staff's, its role stands in their stream.</summary>
public sealed class Login : IdentityUser<Guid>
{
    /// <summary>The shared secret of the time-based codes, sealed by data protection; null without a second factor.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>The step of the last code accepted, so that no code serves twice.</summary>
    public long TotpStep { get; set; }
}
