using System.Text.Json.Serialization;

namespace Mamis.Portal.Gateway;

/// <summary>What an association or an organizer was told; the latest first.</summary>
public sealed record OrganisationNotices([property: JsonPropertyName("notices")] IReadOnlyList<OrganisationNotice> Items, Guid? Next);

/// <summary>One of these.</summary>
/// <param name="About">The training or the intake round.</param>
public sealed record OrganisationNotice(
    Guid Id, string Kind, string Organisation, string Association, Guid About, DateTimeOffset ScheduledAt, string State, string? Subject);

/// <summary>The same with the words and the steps.</summary>
public sealed record OrganisationNoticeHistory(OrganisationNotice Notice, SentText? Text, IReadOnlyList<Delivery> Deliveries);
