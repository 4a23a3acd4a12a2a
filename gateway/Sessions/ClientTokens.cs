using Mamis.Kernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Mamis.Gateway.Sessions;

/// <summary>What a bearer token from outside must be besides well signed: a machine client's, and not revoked.</summary>
/// <remarks>
/// A person's token never leaves the system, so one that comes from outside has leaked and is refused; so is the token
/// of a service. Machine clients are told by their scopes.
/// </remarks>
public static class ClientTokens
{
    public static JwtBearerEvents Events { get; } = new()
    {
        OnTokenValidated = Check,
        OnChallenge = async context =>
        {
            context.HandleResponse();
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await IdentityAwayException.Challenge(context.HttpContext, () => Task.FromResult(
                context.AuthenticateFailure is { } failure
                    ? AuthenticateResult.Fail(failure)
                    : AuthenticateResult.NoResult()));
        },
    };

    private static async Task Check(TokenValidatedContext context)
    {
        var user = context.Principal;

        if (user?.FindFirst("sid")?.Value is not { } session || user.FindFirst("scope") is null || user.IsInRole(Roles.Service))
        {
            context.Fail("Only tokens of machine clients are taken from outside.");
            return;
        }

        var services = context.HttpContext.RequestServices;
        var identity = services.GetRequiredService<IdentitySessions>();
        var recently = services.GetRequiredService<Recently<bool>>();

        try
        {
            if (!await recently.Get(session, cancellation => identity.IsAlive(session, cancellation), context.HttpContext.RequestAborted))
            {
                context.Fail("The token was revoked.");
                return;
            }

            context.HttpContext.Features.Set(new ForwardedToken(((JsonWebToken)context.SecurityToken).EncodedToken));
        }
        catch (Exception e) when (IdentityAwayException.IsMeant(e))
        {
            context.Fail(new IdentityAwayException(e));
        }
    }
}
