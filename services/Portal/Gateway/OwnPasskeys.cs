using System.Text.Json;

namespace Mamis.Portal.Gateway;

/// <summary>The reader's passkeys.</summary>
/// <param name="Most">How many there may be.</param>
public sealed record OwnPasskeys(IReadOnlyList<OwnPasskey> Passkeys, int Most);

/// <summary>One passkey; never used yet has no last use.</summary>
public sealed record OwnPasskey(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt);

/// <summary>A registration the reader's device is to complete.</summary>
/// <param name="Options">What the device has to make, for the browser.</param>
public sealed record StartedPasskey(Guid RegistrationId, JsonElement Options);
