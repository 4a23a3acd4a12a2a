using System.Text.Json.Serialization;

namespace Mamis.Portal.Gateway;

/// <summary>What waits at the reader's desk; how much of it is late, and how much must be handed on within a week.</summary>
public sealed record Queue(string Desk, int Overdue, int Soon, [property: JsonPropertyName("applications")] IReadOnlyList<Waiting> Items);

/// <summary>One case and how long it has waited.</summary>
public sealed record Waiting(ApplicationCase Application, int AgeInDays, Forwarding? Intake = null);
