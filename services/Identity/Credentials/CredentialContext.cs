using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Mamis.Identity.Credentials;

/// <summary>The store of ASP.NET Core Identity; its table stands in Data/tables.sql and is made with the others, under one lock.</summary>
public sealed class CredentialContext(DbContextOptions<CredentialContext> options) : IdentityUserContext<Login, Guid>(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema("credentials");

        // Not used: no logins at other providers, no claims, no tokens.
        builder.Ignore<IdentityUserClaim<Guid>>();
        builder.Ignore<IdentityUserLogin<Guid>>();
        builder.Ignore<IdentityUserToken<Guid>>();

        builder.Entity<Login>(login =>
        {
            login.ToTable("login");
            login.Ignore(it => it.PhoneNumber);
            login.Ignore(it => it.PhoneNumberConfirmed);

            foreach (var property in login.Metadata.GetProperties())
            {
                property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
            }
        });
    }
}
