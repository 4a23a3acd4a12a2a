namespace Mamis.Portal.Gateway;

/// <summary>Who acts for an association, and who is invited to.</summary>
public sealed record Staff(IReadOnlyList<StaffMember> Members, IReadOnlyList<StaffInvitation> Invitations);

/// <summary>A member of staff with an account.</summary>
/// <param name="FactorDue">Another authenticator is still to be set up through the link that was sent.</param>
public sealed record StaffMember(Guid StaffId, string Role, string Association, string Login, string? Email, bool FactorDue);

/// <summary>An open invitation; after <c>ExpiresAt</c> its link opens nothing.</summary>
public sealed record StaffInvitation(Guid StaffId, string Role, string Association, string Email, DateTimeOffset SentAt, DateTimeOffset ExpiresAt);

/// <summary>What a link from a mail is for: <c>invitation</c> or <c>replacement</c>.</summary>
public sealed record StaffLinkState(string Purpose, string Role, string Association, string Email);
