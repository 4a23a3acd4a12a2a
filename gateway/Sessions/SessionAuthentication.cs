using System.Security.Claims;
using System.Text.Encodings.Web;
using Mamis.Kernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Mamis.Gateway.Sessions;

/// <summary>Turns a browser's cookie into the short-lived token that the services accept.</summary>
public sealed class SessionAuthentication(
    SessionCookie cookie,
    IdentitySessions identity,
    Recently<SessionAuthentication.SignedIn?> recently,
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "session";

    private static readonly JsonWebTokenHandler Tokens = new();

    /// <summary>A session's token and who it says the caller is.</summary>
    public sealed record SignedIn(string AccessToken, ClaimsPrincipal User);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!cookie.TryRead(Request, out var sessionId))
        {
            return AuthenticateResult.Fail("The session cookie was not given by this system.");
        }

        try
        {
            var signed = await recently.Get(sessionId, cancellation => Sign(sessionId, cancellation), Context.RequestAborted);

            return signed is null ? AuthenticateResult.Fail("The session has ended.") : Ticket(signed, sessionId);
        }
        catch (Exception e) when (IdentityAwayException.IsMeant(e))
        {
            return AuthenticateResult.Fail(new IdentityAwayException(e));
        }
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        IdentityAwayException.Challenge(Context, HandleAuthenticateOnceSafeAsync);

    private AuthenticateResult Ticket(SignedIn signed, string sessionId)
    {
        // Somebody who is still enrolling gets another role in a moment, by the same session.
        if (signed.User.IsInRole(Roles.Enrolling))
        {
            recently.Forget(sessionId);
        }

        Context.Features.Set(new ForwardedToken(signed.AccessToken));
        return AuthenticateResult.Success(new AuthenticationTicket(signed.User, Scheme.Name));
    }

    private async Task<SignedIn?> Sign(string sessionId, CancellationToken cancellation)
    {
        if (await identity.TokenOf(sessionId, cancellation) is not { } token)
        {
            return null;
        }

        // It comes from Identity itself over the internal way; the services check its signature like any other's.
        var claims = Tokens.ReadJsonWebToken(token.AccessToken).Claims;
        return new(token.AccessToken, new(new ClaimsIdentity(claims, SchemeName, "sub", "role")));
    }
}
