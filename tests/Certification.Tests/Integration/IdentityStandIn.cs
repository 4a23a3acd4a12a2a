using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Mamis.Certification.Tests.Integration;

/// <summary>Answers over HTTP what Certification asks of Identity: a token, and people by id.</summary>
public sealed class IdentityStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;

    public IdentityStandIn()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/token", () => new Dictionary<string, object> { ["access_token"] = "service", ["expires_in"] = 300 });
        _app.MapPost("/internal/people", (Asked asked) => asked.Ids.Where(People.ContainsKey).Select(id => People[id]));
    }

    public ConcurrentDictionary<Guid, Person> People { get; } = new();

    public string Address => _app.Urls.First();

    public Task Start() => _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>A person with more than Certification reads of one.</summary>
    public sealed record Person(Guid PhysicianId, string LicenceNumber, string FamilyName, string GivenName, DateOnly BirthDate);

    private sealed record Asked(IReadOnlyList<Guid> Ids);
}
