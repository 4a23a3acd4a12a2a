using System.Collections.Concurrent;
using Mamis.Notifications.Messaging;
using Mamis.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>Answers over HTTP what Notifications asks of Identity: a token, people by id, the names of associations.</summary>
internal sealed class IdentityStandIn : StandInHost
{
    public IdentityStandIn()
    {
        App.MapPost("/token", () => new Dictionary<string, object> { ["access_token"] = "service", ["expires_in"] = 300 });
        App.MapPost("/internal/people", (Asked asked) =>
        {
            Looks.AddRange(asked.Reader is { } reader ? [reader.What] : []);
            return asked.Ids.Where(People.ContainsKey).Select(id => People[id]);
        });
        App.MapPost("/internal/staff-addresses", (StaffAsked asked) => Staff
            .Where(it => asked.Associations.Contains(it.Address.Association) && asked.Roles.Contains(it.Role)).Select(it => it.Address));
        App.MapPost("/internal/account-mails/{id:guid}", (Guid id) => Mails.TryGetValue(id, out var mail) ? Results.Ok(mail) : Results.NotFound());
        App.MapGet("/associations", () => new[]
        {
            new { Code = "JMA", Name = "日本医師会", Tier = "jma" },
            new { Code = "13", Name = "架空都医師会", Tier = "prefecture" },
            new { Code = "13-001", Name = "見本区医師会", Tier = "county" },
        });
    }

    public ConcurrentDictionary<Guid, Recipient> People { get; } = new();

    /// <summary>Mails about accounts that are to go out.</summary>
    public ConcurrentDictionary<Guid, AccountMail> Mails { get; } = new();

    /// <summary>Members of staff with a confirmed address.</summary>
    public ConcurrentQueue<(string Role, StaffAddress Address)> Staff { get; } = new();

    /// <summary>What members of staff were shown.</summary>
    public List<string> Looks { get; } = [];

    private sealed record Asked(IReadOnlyList<Guid> Ids, Reader? Reader = null);

    private sealed record StaffAsked(IReadOnlyList<string> Associations, IReadOnlyList<string> Roles);

    private sealed record Reader(string What);
}
