using System.Collections.Concurrent;

namespace Mamis.Story;

/// <summary>What the steps share: the system, the invented people, who is logged in, and what earlier steps made.</summary>
public sealed class Scene : IDisposable
{
    private readonly ConcurrentDictionary<string, Actor> _actors = new();

    public Scene(string state, Narrator narrator, TimeProvider clock)
    {
        System = new RunningSystem(state);
        Narrator = narrator;
        Clock = clock;
        Patience = new Patience(clock);
        Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")).DateTime);
        Cast = new Cast(Today);
    }

    public RunningSystem System { get; }

    public Narrator Narrator { get; }

    public TimeProvider Clock { get; }

    public Patience Patience { get; }

    /// <summary>The day in Asia/Tokyo.</summary>
    public DateOnly Today { get; }

    public Cast Cast { get; }

    /// <summary>Ids of the imported physicians, by register number.</summary>
    public Dictionary<string, Guid> Ids { get; } = [];

    public Dictionary<string, Postcard> Postcards { get; } = [];

    public Guid Training { get; set; }

    /// <summary>Somebody of the demonstration data, logged in once.</summary>
    public async Task<Actor> Staff(string role, string? association, CancellationToken cancellation)
    {
        var key = $"{role} {association}";

        if (!_actors.TryGetValue(key, out var actor))
        {
            actor = New(key);
            await actor.LogIn(System.LoginOf(role, association), Clock, cancellation);
        }

        return actor;
    }

    public async Task<Actor> Machine(string client, CancellationToken cancellation)
    {
        if (!_actors.TryGetValue(client, out var actor))
        {
            actor = New(client);
            await actor.LogIn(System.ClientOf(client), cancellation);
        }

        return actor;
    }

    /// <summary>What was stored is also on the page where people look for it.</summary>
    public async Task Sees(Actor reader, string page, string text, CancellationToken cancellation)
    {
        await Patience.Until(
            $"'{text}' on {page} for {reader.Name}",
            async () => (await reader.Page(page, cancellation)).Contains(text, StringComparison.Ordinal),
            cancellation);
        await Narrator.Tell($"{page} shows {text}");
    }

    public Actor New(string name) => _actors[name] = new Actor(name, System.Gateway);

    public Actor Named(string name) => _actors[name];

    public void Dispose()
    {
        foreach (var actor in _actors.Values)
        {
            actor.Dispose();
        }
    }
}

/// <summary>What the print shop would put on a sealed postcard.</summary>
public sealed record Postcard(string Login, string Password);
