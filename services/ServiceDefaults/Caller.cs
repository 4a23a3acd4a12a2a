using System.Security.Claims;
using Mamis.Kernel;

namespace Mamis.ServiceDefaults;

/// <summary>Who calls, read from the token: subject, role, association, scopes. Nothing personal is in it.</summary>
public static class Caller
{
    public static Guid Subject(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue("sub"), out var id) ? id : Guid.Empty;

    /// <summary>The session the token was made for, by the name it goes by inside.</summary>
    public static Guid Session(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue("sid"), out var id) ? id : Guid.Empty;

    /// <summary>The physician who calls, or null when the caller is none.</summary>
    public static PhysicianId? Physician(this ClaimsPrincipal user) =>
        user.IsInRole(Roles.Physician) ? new PhysicianId(user.Subject()) : null;

    public static StaffId Staff(this ClaimsPrincipal user) => new(user.Subject());

    public static string Role(this ClaimsPrincipal user) => user.FindFirstValue("role") ?? string.Empty;

    /// <summary>Code of the association or body the caller acts for; empty for a physician.</summary>
    public static string AssociationCode(this ClaimsPrincipal user) => user.FindFirstValue("association") ?? string.Empty;

    public static bool HasScope(this ClaimsPrincipal user, string scope) =>
        user.FindFirstValue("scope") is { } scopes && scopes.Split(' ').Contains(scope);

    /// <summary>Whether the caller's association reaches the physician (D4).</summary>
    public static bool Covers(this ClaimsPrincipal user, Standing physician) =>
        Jurisdiction.Covers(user.AssociationCode(), physician);
}
