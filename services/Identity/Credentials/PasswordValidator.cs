using Microsoft.AspNetCore.Identity;

namespace Mamis.Identity.Credentials;

/// <summary>Whoever sets a password through UserManager is held to the same rules.</summary>
public sealed class PasswordValidator : IPasswordValidator<Login>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Login> manager, Login user, string? password)
    {
        var reasons = PasswordRules.Reasons(
            password ?? string.Empty, user.TotpSecret is not null, new[] { user.UserName, user.Email }.OfType<string>());

        return Task.FromResult(reasons.Count == 0
            ? IdentityResult.Success
            : IdentityResult.Failed([.. reasons.Select(it => new IdentityError { Code = it.Code, Description = it.Explanation })]));
    }
}
