using System.Collections.Concurrent;
using Mamis.Testing;
using Microsoft.AspNetCore.Builder;

namespace Mamis.Certification.Tests.Integration;

/// <summary>Answers over HTTP what Certification asks of Identity: a token, and people by id.</summary>
public sealed class IdentityStandIn : StandInHost
{
    public IdentityStandIn()
    {
        App.MapPost("/token", () => new Dictionary<string, object> { ["access_token"] = "service", ["expires_in"] = 300 });
        App.MapGet("/associations", () => new[] { new { code = "13-001", name = "架空医師会" } });
        App.MapPost("/internal/people", (Asked asked) => asked.Ids.Where(People.ContainsKey).Select(id => People[id]));
    }

    public ConcurrentDictionary<Guid, Person> People { get; } = new();

    /// <summary>A person with more than Certification reads of one.</summary>
    public sealed record Person(Guid PhysicianId, string LicenceNumber, string FamilyName, string GivenName, DateOnly BirthDate, string FamilyNameKana = "", string GivenNameKana = "");

    private sealed record Asked(IReadOnlyList<Guid> Ids);
}
