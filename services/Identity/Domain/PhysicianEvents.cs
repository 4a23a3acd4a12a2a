using Mamis.Kernel;

namespace Mamis.Identity.Domain;

/// <summary>The physician came into the register of the three tiers; name and birth date stand in the document beside the stream.</summary>
public sealed record PhysicianRegistered(StaffId By);

/// <summary>The document beside the stream says something new; which items, never what.</summary>
public sealed record PersonalDataChanged(IReadOnlyList<PersonalItem> Items);

/// <summary>An event after which the physician stands elsewhere. Each carries the whole standing, because a desk follows from all of it.</summary>
public interface IStandingEvent
{
    string? County { get; }

    string? Prefecture { get; }

    bool Jma { get; }

    string WorkplacePrefecture { get; }

    Standing Standing => new(County, Prefecture, Jma, WorkplacePrefecture);
}

/// <summary>Memberships and workplace as the associations' register gives them.</summary>
public sealed record StandingSet(string? County, string? Prefecture, bool Jma, string WorkplacePrefecture) : IStandingEvent;

/// <summary>The physician works elsewhere.</summary>
public sealed record WorkplaceChanged(string? County, string? Prefecture, bool Jma, string WorkplacePrefecture) : IStandingEvent;

/// <summary>An association took the physician in or let the physician go (入会・異動・退会).</summary>
/// <param name="Association">The one that decided; the memberships that need the one it ended have ended with it.</param>
/// <param name="Since">First day of the new standing, as the association gives it.</param>
public sealed record MembershipChanged(
    MembershipChange Change, string Association, DateOnly Since,
    string? County, string? Prefecture, bool Jma, string WorkplacePrefecture, StaffId By) : IStandingEvent
{
    public static MembershipChanged To(Standing standing, MembershipChange change, string association, DateOnly since, StaffId by) =>
        new(change, association, since, standing.County, standing.Prefecture, standing.Jma, standing.WorkplacePrefecture, by);
}

/// <summary>What happened to a membership (domain.md, section 2).</summary>
public enum MembershipChange
{
    Joined,

    /// <summary>Another county took in a member of a county.</summary>
    Transferred,

    Left,
}

/// <summary>The old system knows a certificate with this term; Certification takes it over.</summary>
public sealed record ImportedCertificateReported(Scheme Scheme, string Number, DateOnly ValidFrom, DateOnly ValidTo);

/// <summary>A sealed postcard (圧着はがき) with a provisional login was made out; its secret stands nowhere but on it.</summary>
public sealed record ProvisionalLoginIssued(DateOnly ExpiresOn, StaffId By);

/// <summary>The postcard came back undelivered (宛所不明など); what stands on it opens nothing any more.</summary>
/// <param name="On">Day it arrived at the association.</param>
public sealed record PostcardReturned(DateOnly On, StaffId By);

/// <summary>The physician accepted this version of the terms of use (rule A1).</summary>
public sealed record ConsentGiven(string TermsVersion);

/// <summary>First login and consent are complete: applications and postings work from this moment (rules A1 and A3).</summary>
/// <param name="SelfRegistered">Nobody compared the person with a licence yet; applications wait until somebody has.</param>
public sealed record MyPageActivated(bool SelfRegistered = false);

/// <summary>A physician whom no association knew registered without a postcard (rule A2); the licence is still to be compared.</summary>
public sealed record SelfRegistered;

/// <summary>The prefecture could not confirm the registration from what was sent.</summary>
public sealed record RegistrationReturned(IReadOnlyList<RegistrationFault> Faults, StaffId By);

/// <summary>The physician corrected the registration and sent another image.</summary>
public sealed record RegistrationResubmitted;

/// <summary>The prefecture confirmed that the person holds the licence.</summary>
public sealed record RegistrationConfirmed(RegistrationCheck How, StaffId By);

/// <summary>How it was found out; the register's public search knows no number, so it is never enough alone (D6).</summary>
public enum RegistrationCheck
{
    /// <summary>By the image that was sent.</summary>
    LicenceImage,

    /// <summary>The licence itself was shown, with an identity document.</summary>
    LicenceOriginal,

    /// <summary>By the image, and by the ministry's search.</summary>
    ImageAndRegister,
}

/// <summary>Why a registration is sent back.</summary>
public enum RegistrationFault
{
    ImageUnreadable,
    NotALicence,
    NumberDiffers,
    NameDiffers,
    BirthDateDiffers,
}

/// <summary>The items of the personal document that others may have to hear about.</summary>
public enum PersonalItem
{
    LicenceNumber,
    Name,
    Kana,
    BirthDate,
    Email,
    Address,
}
