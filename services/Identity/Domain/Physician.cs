using Mamis.Kernel;

namespace Mamis.Identity.Domain;

/// <summary>A physician as the stream tells it: only what some later decision needs to know.</summary>
public sealed record Physician : IEvolve<Physician>
{
    public bool IsRegistered { get; init; }

    /// <summary>Null until the associations' register said where the physician belongs.</summary>
    public Standing? Standing { get; init; }

    /// <summary>Last day of the postcard made out last.</summary>
    public DateOnly? ProvisionalUntil { get; init; }

    /// <summary>Day the last postcard came back; null again once another address is known or another postcard was made out.</summary>
    public DateOnly? PostcardReturnedOn { get; init; }

    public string? AcceptedTerms { get; init; }

    public bool IsActive { get; init; }

    /// <summary>Null for everybody who came by postcard.</summary>
    public RegistrationState? Registration { get; init; }

    /// <summary>The last term the old system reported, for each scheme.</summary>
    public IReadOnlyList<ImportedCertificateReported> Certificates { get; init; } = [];

    public Physician Evolve(object @event) => @event switch
    {
        PhysicianRegistered => this with { IsRegistered = true },
        SelfRegistered => this with { IsRegistered = true, Registration = RegistrationState.Pending },
        RegistrationResubmitted => this with { Registration = RegistrationState.Pending },
        RegistrationReturned => this with { Registration = RegistrationState.Returned },
        RegistrationConfirmed => this with { Registration = RegistrationState.Confirmed },
        IStandingEvent e => this with { Standing = e.Standing },
        ImportedCertificateReported e => this with { Certificates = [.. Certificates.Where(it => it.Scheme != e.Scheme), e] },
        PersonalDataChanged e when e.Items.Contains(PersonalItem.Address) => this with { PostcardReturnedOn = null },
        ProvisionalLoginIssued e => this with { ProvisionalUntil = e.ExpiresOn, PostcardReturnedOn = null },
        PostcardReturned e => this with { ProvisionalUntil = null, PostcardReturnedOn = e.On },
        ConsentGiven e => this with { AcceptedTerms = e.TermsVersion },
        MyPageActivated => this with { IsActive = true },
        _ => this,
    };
}

/// <summary>How far the comparison of a self-registered physician with the licence is.</summary>
public enum RegistrationState
{
    Pending,
    Returned,
    Confirmed,
}
