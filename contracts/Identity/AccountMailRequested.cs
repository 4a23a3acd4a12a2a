namespace Mamis.Contracts.Identity;

/// <summary>A mail about an account is to go out at once. Address, kind and code are fetched from Identity by id, and are gone when they serve no longer.</summary>
public sealed record AccountMailRequested
{
    public required Guid MailId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
