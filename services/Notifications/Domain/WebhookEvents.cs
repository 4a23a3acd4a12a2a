using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>The JMA lets a program of somebody else hear of what happens; its secret is kept sealed beside the stream.</summary>
/// <param name="Name">What the JMA calls it.</param>
/// <param name="Url">Where it listens.</param>
/// <param name="Kinds">What it wants to hear of.</param>
public sealed record WebhookRegistered(string Name, string Url, IReadOnlyList<string> Kinds, StaffId By);

/// <summary>From now on it hears of these kinds only.</summary>
public sealed record WebhookKindsChanged(IReadOnlyList<string> Kinds, StaffId By);

/// <summary>It got another secret; the former signs too until its owner has changed over.</summary>
/// <param name="Version">Counts up from 2.</param>
/// <param name="FormerUntil">Until when both sign.</param>
public sealed record WebhookSecretRotated(int Version, DateTimeOffset FormerUntil, StaffId By);

/// <summary>Nothing is sent to it for now; what happens meanwhile is kept for it.</summary>
/// <param name="By">Null when the system stopped by itself.</param>
public sealed record WebhookPaused(PauseReason Reason, StaffId? By);

/// <summary>It is sent again, first what was kept.</summary>
public sealed record WebhookResumed(StaffId By);

/// <summary>It hears nothing any more, and its secrets are gone.</summary>
public sealed record WebhookRemoved(StaffId By);
