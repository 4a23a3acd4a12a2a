using Mamis.Kernel;

namespace Mamis.Identity.Domain;

/// <summary>The physician came into the register of the three tiers; name and birth date stand in the document beside the stream.</summary>
public sealed record PhysicianRegistered(StaffId By);

/// <summary>The document beside the stream says something new; which items, never what.</summary>
public sealed record PersonalDataChanged(IReadOnlyList<PersonalItem> Items);

/// <summary>Memberships and workplace as the associations' register gives them.</summary>
public sealed record StandingSet(string? County, string? Prefecture, bool Jma, string WorkplacePrefecture);

/// <summary>The physician works elsewhere. Carries the memberships too, because a desk follows from all of it.</summary>
public sealed record WorkplaceChanged(string? County, string? Prefecture, bool Jma, string WorkplacePrefecture);

/// <summary>The old system knows a certificate with this term; Certification takes it over.</summary>
public sealed record ImportedCertificateReported(Scheme Scheme, string Number, DateOnly ValidFrom, DateOnly ValidTo);

/// <summary>A sealed postcard (圧着はがき) with a provisional login was made out; its secret stands nowhere but on it.</summary>
public sealed record ProvisionalLoginIssued(DateOnly ExpiresOn, StaffId By);

/// <summary>The physician accepted this version of the terms of use (rule A1).</summary>
public sealed record ConsentGiven(string TermsVersion);

/// <summary>First login and consent are complete: applications and postings work from this moment (rules A1 and A3).</summary>
public sealed record MyPageActivated;

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
