using System.Text.Json.Serialization;

namespace Mamis.Portal.Gateway;

/// <summary>The certificates of a physician.</summary>
public sealed record Certificates([property: JsonPropertyName("certificates")] IReadOnlyList<Certificate> Items);

/// <summary>A certificate as it stands.</summary>
public sealed record Certificate(
    Guid Id, Guid PhysicianId, string Scheme, string Number, DateOnly ValidFrom, DateOnly ValidTo, DateOnly? GraceUntil, DateOnly? SuspendedFrom, DateOnly? SuspendedUntil, string State,
    DateOnly? LapsedOn = null, string? LossGround = null)
{
    /// <summary>The title is lost, however it came about.</summary>
    public bool IsOver => State is "lapsed" or "resigned" or "struck-off";

    /// <summary>Given up or taken away from a day on that has not come.</summary>
    public bool LossIsAhead => LossGround is not null && !IsOver;

    /// <summary>Paper and badge are made of it.</summary>
    public bool IsMadeOut => !IsOver && State != "suspended";
}

/// <summary>What anybody may know of a certificate.</summary>
public sealed record Verification(string Number, string Scheme, DateOnly ValidFrom, DateOnly ValidTo, DateOnly On, string State);
