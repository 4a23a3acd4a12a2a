namespace Mamis.Contracts.Identity;

/// <summary>The physician finished the registration of the my-page (rule A1): procedures and postings work from now on.</summary>
public sealed record MyPageActivated
{
    public required Guid PhysicianId { get; init; }

    /// <summary>Nobody compared the person with a licence yet: applications wait for RegistrationConfirmed.</summary>
    public bool SelfRegistered { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
