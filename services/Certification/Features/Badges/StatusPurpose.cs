namespace Mamis.Certification.Features.Badges;

/// <summary>What a status list says of the credentials on it (Bitstring Status List 1.0).</summary>
public enum StatusPurpose
{
    /// <summary>The title is lost.</summary>
    Revocation,

    /// <summary>The title rests today.</summary>
    Suspension,
}
