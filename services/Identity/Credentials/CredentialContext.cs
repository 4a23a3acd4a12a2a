using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Mamis.Identity.Credentials;

/// <summary>The store of ASP.NET Core Identity; its table stands in Data/tables.sql and is made with the others, under one lock.</summary>
/// <remarks>Only users: roles stand in streams, and there are no claims, tokens or logins at other providers.</remarks>
public sealed class CredentialContext(DbContextOptions<CredentialContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Login>(login =>
    {
        login.ToTable("login", "credentials");
        login.Ignore(it => it.PhoneNumber);
        login.Ignore(it => it.PhoneNumberConfirmed);
        login.Property(it => it.ConcurrencyStamp).IsConcurrencyToken();

        foreach (var property in login.Metadata.GetProperties())
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    });
}
