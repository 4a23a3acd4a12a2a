using Mamis.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Mamis.Identity.Credentials;

/// <summary>Hashes a password in one width, because another keyboard may write the same signs wide (NIST SP 800-63B-4 asks for NFKC).</summary>
public sealed class FoldedPasswords : IPasswordHasher<Login>
{
    private readonly PasswordHasher<Login> _hasher = new();

    public string HashPassword(Login user, string password) => _hasher.HashPassword(user, Width.Fold(password));

    public PasswordVerificationResult VerifyHashedPassword(Login user, string hashedPassword, string providedPassword) =>
        _hasher.VerifyHashedPassword(user, hashedPassword, Width.Fold(providedPassword));
}
