using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mamis.Identity.Credentials;

/// <summary>The store of ASP.NET Core Identity; its tables stand in Data/tables.sql and are made with the others, under one lock.</summary>
/// <remarks>Only users and their passkeys: roles stand in streams, and there are no claims, tokens or logins at other providers.</remarks>
public sealed class CredentialContext(DbContextOptions<CredentialContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Login>(Map);
        modelBuilder.Entity<IdentityUserPasskey<Guid>>(Map);
    }

    private static void Map(EntityTypeBuilder<Login> login)
    {
        login.ToTable("login", "credentials");
        login.Ignore(it => it.PhoneNumber);
        login.Ignore(it => it.PhoneNumberConfirmed);
        login.Property(it => it.ConcurrencyStamp).IsConcurrencyToken();
        NameColumns(login.Metadata);
    }

    private static void Map(EntityTypeBuilder<IdentityUserPasskey<Guid>> passkey)
    {
        passkey.ToTable("passkey", "credentials");
        passkey.HasKey(it => it.CredentialId);
        passkey.OwnsOne(it => it.Data, data => NameColumns(data.OwnedEntityType));
        passkey.Navigation(it => it.Data).IsRequired();
        NameColumns(passkey.Metadata);
    }

    private static void NameColumns(IMutableEntityType type)
    {
        foreach (var property in type.GetProperties().Where(it => !it.IsShadowProperty()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }
}
