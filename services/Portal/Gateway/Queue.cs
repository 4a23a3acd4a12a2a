using System.Text.Json.Serialization;

namespace Mamis.Portal.Gateway;

/// <summary>What waits at the reader's desk.</summary>
public sealed record Queue(string Desk, [property: JsonPropertyName("applications")] IReadOnlyList<Waiting> Items);

/// <summary>One case and how long it has waited.</summary>
public sealed record Waiting(ApplicationCase Application, int AgeInDays);
