namespace Mamis.Identity.Credentials;

/// <summary>How a session was signed in to, so that its owner can tell which of them is a stranger's.</summary>
public static class SignInMeans
{
    public const string Postcard = "postcard";
    public const string Password = "password";
    public const string PasswordAndCode = "password-and-code";
    public const string PasswordAndRecoveryCode = "password-and-recovery-code";

    /// <summary>Both factors at once: the device, and what unlocks it.</summary>
    public const string Passkey = "passkey";
}
