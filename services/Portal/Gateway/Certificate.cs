using System.Text.Json.Serialization;

namespace Mamis.Portal.Gateway;

/// <summary>The certificates of a physician.</summary>
public sealed record Certificates([property: JsonPropertyName("certificates")] IReadOnlyList<Certificate> Items);

/// <summary>A certificate as it stands.</summary>
public sealed record Certificate(
    Guid Id, Guid PhysicianId, string Scheme, string Number, DateOnly ValidFrom, DateOnly ValidTo, DateOnly? GraceUntil, DateOnly? SuspendedFrom, DateOnly? SuspendedUntil, string State);

/// <summary>What anybody may know of a certificate.</summary>
public sealed record Verification(string Number, string Scheme, DateOnly ValidFrom, DateOnly ValidTo, DateOnly On, string State);
