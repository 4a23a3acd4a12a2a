using Mamis.Identity.Credentials.Passkeys;
using Mamis.Identity.Tokens;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Mamis.Identity.Credentials;

/// <summary>Registers what knows passwords, second factors, sessions, keys and tokens.</summary>
public static class Setup
{
    public static void AddCredentials(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSharedKeyRing();
        services.AddDbContext<CredentialContext>((it, options) => options
            .UseNpgsql(it.GetRequiredService<NpgsqlDataSource>())
            // Every login would fill the log with statements.
            .ConfigureWarnings(log => log.Log((RelationalEventId.CommandExecuted, LogLevel.Debug))));
        services.AddSingleton<ILookupNormalizer, LoginName>();
        services.AddIdentityCore<Login>().AddEntityFrameworkStores<CredentialContext>();
        // The framework's own rules ask for kinds of signs; ours replace them.
        services.RemoveAll<IPasswordValidator<Login>>().AddSingleton<IPasswordValidator<Login>, PasswordValidator>();

        services.AddSingleton<IPasswordHasher<Login>, FoldedPasswords>();
        services.AddSingleton<DecoyPassword>();
        services.AddSingleton<Attempts>();
        services.AddSingleton<PasswordCheck>();
        services.AddSingleton<TotpCodes>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<OwnSessions>();
        services.AddSingleton<OwnPassword>();
        services.AddSingleton<OwnSecondFactor>();
        services.AddSingleton<AccountMails>();
        services.AddSingleton<StaffLinks>();
        services.AddSingleton<StaffAccounts>();
        services.AddSingleton<RecoveryCodes>();
        services.AddPasskeys();
        services.AddHostedService<SweepCredentials>();
    }

    public static void AddTokens(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<SigningKeys>();
        services.AddHostedService<SigningKeyUpkeep>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<MachineClients>();
        services.AddSingleton<ClientRegister>();

        // This service knows the keys itself and need not ask for them over HTTP.
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).PostConfigure<SigningKeys>((options, keys) =>
            options.TokenValidationParameters.IssuerSigningKeyResolver =
                (_, _, kid, _) => keys.Published.Where(it => it.Kid == kid).Select(it => it.Key));
    }
}
