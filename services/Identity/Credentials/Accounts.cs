using Mamis.Identity.Domain;
using Mamis.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Mamis.Identity.Credentials;

/// <summary>Gives somebody a login and a password, through ASP.NET Core Identity.</summary>
public sealed class Accounts(UserManager<Login> logins)
{
    /// <summary>Makes the account, or sets the password of one that an interrupted first login left behind.</summary>
    public async Task<IReadOnlyList<Refusal>> Create(
        Guid subject, string name, string? email, string password, string? sealedTotpSecret = null, bool isEmailConfirmed = false)
    {
        if (email is not null && await logins.FindByEmailAsync(email) is { } other && other.Id != subject)
        {
            return [Refusals.EmailTaken];
        }

        if (await logins.FindByIdAsync(subject.ToString()) is { } left)
        {
            left.Email = email;
            left.TotpSecret = sealedTotpSecret;
            left.PasswordHash = logins.PasswordHasher.HashPassword(left, password);
            return Reasons(await logins.UpdateAsync(left));
        }

        var login = new Login
        {
            Id = subject,
            UserName = name,
            Email = email,
            EmailConfirmed = isEmailConfirmed,
            TotpSecret = sealedTotpSecret,
            TwoFactorEnabled = sealedTotpSecret is not null,
        };
        return Reasons(await logins.CreateAsync(login, password));
    }

    private static IReadOnlyList<Refusal> Reasons(IdentityResult result) =>
        [.. result.Errors.Select(it => new Refusal(it.Code, it.Description, RefusalKind.Invalid))];
}
