using Microsoft.AspNetCore.Identity;

namespace Mamis.Identity.Credentials.Passkeys;

/// <summary>Passkeys (WebAuthn) as ASP.NET Core Identity checks them: for this site alone, and never without the person unlocking the device.</summary>
public static class PasskeySetup
{
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddSingleton(it => RelyingParty.Of(it.GetRequiredService<IConfiguration>()));
        services.AddOptions<IdentityPasskeyOptions>().Configure<RelyingParty>((options, site) =>
        {
            options.ServerDomain = site.Domain;
            options.UserVerificationRequirement = "required";
            // The login asks for no name, so the device has to know whose passkey it is.
            options.ResidentKeyRequirement = "required";
            // Any device the person trusts will do; its maker is not asked for.
            options.AttestationConveyancePreference = "none";
            options.AuthenticatorTimeout = PasskeyChallenges.Lifetime;
            options.ValidateOrigin = it => ValueTask.FromResult(!it.CrossOrigin && it.Origin == site.Origin);
        });
        services.AddScoped<IPasskeyHandler<Login>, PasskeyHandler<Login>>();
        services.AddSingleton<PasskeyChallenges>();
        services.AddSingleton<OwnPasskeys>();
    }
}
