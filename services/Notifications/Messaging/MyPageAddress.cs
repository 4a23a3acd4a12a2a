namespace Mamis.Notifications.Messaging;

/// <summary>Where the links of a notice lead.</summary>
public sealed record MyPageAddress(Uri Url);
