using Mamis.Identity.Features;
using Mamis.Identity.Features.Mails;
using Mamis.Identity.Features.Passkeys;
using Mamis.Identity.Features.SecondFactor;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;

namespace Mamis.Identity;

/// <summary>The part of the route table that is about getting in: tokens, sessions, credentials, machine clients.</summary>
public static class SignInRoutes
{
    public static void MapSignIn(this WebApplication app)
    {
        app.MapPost("/token", IssueClientToken.Handle).ForEveryone();
        app.MapGet("/.well-known/openid-configuration", KeySet.Discover).ForEveryone();
        app.MapGet("/.well-known/jwks.json", KeySet.Get).ForEveryone();

        app.MapPost("/internal/sessions", OpenSession.Handle).For(Roles.Service);
        app.MapPost("/internal/sessions/{id}/totp", ConfirmSecondFactor.Handle).For(Roles.Service);
        app.MapPost("/internal/sessions/{id}/token", IssueSessionToken.Handle).For(Roles.Service);
        app.MapGet("/internal/sessions/{id}", SessionState.Get).For(Roles.Service);
        app.MapDelete("/internal/sessions/{id}", EndSession.Handle).For(Roles.Service);
        app.MapGet("/internal/sessions/{sid}/alive", SessionState.Alive).For(Roles.Service);

        app.MapGet("/sessions", SessionList.Get).ForPeople();
        app.MapDelete("/sessions/{id:guid}", EndOwnSession.Handle).ForPeople();
        app.MapDelete("/sessions/others", EndOwnSession.Others).ForPeople();
        app.MapGet("/credentials", CredentialState.Get).ForPeople();
        app.MapPost("/password", ChangePassword.Handle).ForPeople();
        app.MapPost("/recoveries", StartRecovery.Handle).ForEveryone();
        app.MapPost("/recoveries/{id:guid}/password", RecoverPassword.Handle).ForEveryone();
        app.MapPost("/email-codes", SendEmailCode.Handle).ForPeople();
        app.MapPost("/email-confirmation", ConfirmEmail.Handle).ForPeople();
        app.MapPost("/internal/account-mails/{id:guid}", MailToSend.Handle).For(Roles.Service);
        app.MapPost("/recovery-codes", IssueRecoveryCodes.Handle).ForPeople();
        app.MapPasskeys();
        app.MapPost("/second-factor-offers", OfferSecondFactor.Handle).ForPeople();
        app.MapPost("/second-factor", SwitchOnSecondFactor.Handle).ForPeople();
        app.MapPost("/second-factor/removal", SwitchOffSecondFactor.Handle).ForPeople();
        app.MapGet("/machine-clients", ClientList.Get).For(Roles.JmaStaff);
        app.MapPost("/machine-clients", CreateMachineClient.Handle).For(Roles.JmaStaff);
        app.MapPost("/machine-clients/{id}/secrets", RotateClientSecret.Handle).For(Roles.JmaStaff);
        app.MapPost("/machine-clients/{id}/revocation", RevokeMachineClient.Handle).For(Roles.JmaStaff);
    }

    private static void MapPasskeys(this WebApplication app)
    {
        app.MapPost("/internal/passkey-challenges", AskForPasskey.Handle).For(Roles.Service);
        app.MapPost("/internal/passkey-sessions", OpenSessionByPasskey.Handle).For(Roles.Service);
        app.MapGet("/passkeys", PasskeyList.Get).ForPeople();
        app.MapPost("/passkey-registrations", StartPasskey.Handle).ForPeople();
        app.MapPost("/passkeys", RegisterPasskey.Handle).ForPeople();
        app.MapPut("/passkeys/{id:guid}/name", RenamePasskey.Handle).ForPeople();
        app.MapPost("/passkeys/{id:guid}/removal", RemovePasskey.Handle).ForPeople();
    }
}
