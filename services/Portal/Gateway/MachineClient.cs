namespace Mamis.Portal.Gateway;

/// <summary>The machine clients, and the scopes there are.</summary>
public sealed record MachineClients(IReadOnlyList<MachineClient> Clients, IReadOnlyList<string> Scopes);

/// <summary>A program with an account of its own.</summary>
public sealed record MachineClient(
    string ClientId, string? Association, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt,
    DateTimeOffset? FormerSecretUntil, DateTimeOffset? FormerSecretUsedAt, DateTimeOffset? RevokedAt);

/// <summary>A new secret, to be shown this once.</summary>
public sealed record ClientSecret(string ClientId, [property: System.Text.Json.Serialization.JsonPropertyName("clientSecret")] string Secret, DateTimeOffset? FormerSecretUntil);
