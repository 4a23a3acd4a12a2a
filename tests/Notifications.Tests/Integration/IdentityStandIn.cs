using System.Collections.Concurrent;
using Mamis.Notifications.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>Answers over HTTP what Notifications asks of Identity: a token, people by id, the names of associations.</summary>
internal sealed class IdentityStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;

    public IdentityStandIn()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/token", () => new Dictionary<string, object> { ["access_token"] = "service", ["expires_in"] = 300 });
        _app.MapPost("/internal/people", (Asked asked) =>
        {
            Looks.AddRange(asked.Reader is { } reader ? [reader.What] : []);
            return asked.Ids.Where(People.ContainsKey).Select(id => People[id]);
        });
        _app.MapPost("/internal/account-mails/{id:guid}", (Guid id) => Mails.TryGetValue(id, out var mail) ? Results.Ok(mail) : Results.NotFound());
        _app.MapGet("/associations", () => new[]
        {
            new { Code = "JMA", Name = "日本医師会", Tier = "jma" },
            new { Code = "13", Name = "架空都医師会", Tier = "prefecture" },
            new { Code = "13-001", Name = "見本区医師会", Tier = "county" },
        });
    }

    public ConcurrentDictionary<Guid, Recipient> People { get; } = new();

    /// <summary>Mails about accounts that are to go out.</summary>
    public ConcurrentDictionary<Guid, AccountMail> Mails { get; } = new();

    /// <summary>What members of staff were shown.</summary>
    public List<string> Looks { get; } = [];

    public string Address => _app.Urls.First();

    public Task Start() => _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed record Asked(IReadOnlyList<Guid> Ids, Reader? Reader = null);

    private sealed record Reader(string What);
}
