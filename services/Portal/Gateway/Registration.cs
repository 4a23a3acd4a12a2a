namespace Mamis.Portal.Gateway;

/// <summary>Self-registrations that wait for a desk.</summary>
public sealed record Registrations([property: System.Text.Json.Serialization.JsonPropertyName("registrations")] IReadOnlyList<Registration> Items);

/// <summary>One of them, with what stands on the licence.</summary>
public sealed record Registration(
    Guid PhysicianId, string LicenceNumber, string FamilyName, string GivenName, string FamilyNameKana, string GivenNameKana,
    DateOnly BirthDate, string? WorkplaceName, string WorkplacePrefecture, DateTimeOffset RegisteredAt);
