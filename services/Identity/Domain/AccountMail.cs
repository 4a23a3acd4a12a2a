using Mamis.Kernel;

namespace Mamis.Identity.Domain;

/// <summary>A mail about an account is to go out. Address and code stand beside the stream and go with the mail's hour.</summary>
public sealed record AccountMailRequested(Guid Account, AccountMailKind Kind);

/// <summary>What the mail's code opens was done with it; it opens nothing more.</summary>
public sealed record AccountMailCodeUsed;

/// <summary>What a mail about an account is for.</summary>
public enum AccountMailKind
{
    /// <summary>Carries a code that sets another password.</summary>
    PasswordRecovery,

    /// <summary>Carries a code that proves the address.</summary>
    EmailConfirmation,

    /// <summary>The password is another one since; who did not do it can act.</summary>
    PasswordChanged,

    /// <summary>The address is another one since; goes to the former.</summary>
    EmailChanged,

    /// <summary>There are new recovery codes.</summary>
    RecoveryCodesIssued,

    /// <summary>A passkey opens the account since.</summary>
    PasskeyAdded,

    /// <summary>A passkey opens it no longer.</summary>
    PasskeyRemoved,

    /// <summary>A code of an authenticator app is asked for since.</summary>
    SecondFactorOn,

    /// <summary>It is asked for no longer.</summary>
    SecondFactorOff,

    /// <summary>Carries the link by which somebody invited to act for an association gets in.</summary>
    StaffInvited,

    /// <summary>A lost authenticator opens the account no longer; carries the link to set up another.</summary>
    StaffFactorVoided,

    /// <summary>The account of a member of staff is gone.</summary>
    StaffAccountEnded,
}

/// <summary>One mail about an account, as its stream tells it.</summary>
public sealed record AccountMail : IEvolve<AccountMail>
{
    public AccountMailKind? Kind { get; init; }

    public bool IsUsed { get; init; }

    public AccountMail Evolve(object @event) => @event switch
    {
        AccountMailRequested e => this with { Kind = e.Kind },
        AccountMailCodeUsed => this with { IsUsed = true },
        _ => this,
    };
}

/// <summary>What sort of mail a kind is.</summary>
public static class AccountMailKinds
{
    public static bool HasCode(this AccountMailKind kind) => kind is AccountMailKind.PasswordRecovery or AccountMailKind.EmailConfirmation;

    public static bool HasLink(this AccountMailKind kind) => kind is AccountMailKind.StaffInvited or AccountMailKind.StaffFactorVoided;
}
