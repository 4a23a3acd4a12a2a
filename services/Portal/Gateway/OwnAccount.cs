namespace Mamis.Portal.Gateway;

/// <summary>What the reader signs in with.</summary>
public sealed record OwnAccount(string Login, string? Email, bool EmailConfirmed, bool SecondFactor, int RecoveryCodesLeft, int ShortestPassword);

/// <summary>A recovery that was asked for; whether anybody has the login, it does not tell.</summary>
public sealed record StartedRecovery(Guid RecoveryId, int Minutes);

/// <summary>Where the reader is signed in.</summary>
public sealed record OwnSessions(IReadOnlyList<OwnSession> Sessions);

/// <summary>One of the reader's sessions; <c>Current</c> is the one the page was asked for in.</summary>
public sealed record OwnSession(Guid Id, DateTimeOffset BeganAt, DateTimeOffset SeenAt, string Means, bool Current);

/// <summary>A second factor to be set up in an app, to be shown this once.</summary>
public sealed record OfferedFactor(string Secret, string Address, int Minutes);

/// <summary>New recovery codes, to be shown this once.</summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes);

/// <summary>Who of the staff looked at the reader's record.</summary>
public sealed record AccessLog(IReadOnlyList<Look> Accesses);

/// <summary>One look; the service of the credits says neither role nor what, since there it is always the ledger.</summary>
public sealed record Look(string Association, DateTimeOffset At, string? Role = null, string? What = null);
