using Mamis.Kernel;

namespace Mamis.Identity.Features.Import;

/// <summary>Why a row of an import is refused; the rows around it are taken all the same.</summary>
public static class RowCodes
{
    public static readonly Refusal RowMalformed = new("ROW_MALFORMED", "The row has another number of fields than the header, or a stray quote.");
    public static readonly Refusal LicenceNumberInvalid = new("LICENCE_NUMBER_INVALID", "The register number is 1 to 7 digits.", Subject: "licenceNumber");
    public static readonly Refusal NameInvalid = new("NAME_INVALID", "Family and given name are needed, at most 100 characters each, and begin with no sign.", Subject: "familyName");
    public static readonly Refusal KanaInvalid = new("KANA_INVALID", "The reading of both names is needed, in kana.", Subject: "familyNameKana");
    public static readonly Refusal BirthDateInvalid = new("BIRTH_DATE_INVALID", "Write 1979-03-09, 1979/3/9 or S54.3.9; the day must exist and lie in the past.", Subject: "birthDate");
    public static readonly Refusal EmailInvalid = new("EMAIL_INVALID", "This is no e-mail address; leave it empty when there is none.", Subject: "email");
    public static readonly Refusal PostalCodeInvalid = new("POSTAL_CODE_INVALID", "A postal code has seven digits: 100-0001.", Subject: "postalCode");
    public static readonly Refusal AddressInvalid = new("ADDRESS_INVALID", "An address is needed, at most 300 characters, beginning with no sign.", Subject: "address");
    public static readonly Refusal CountyUnknown = new("COUNTY_UNKNOWN", "No county association has this code; GET /associations lists them, PUT /associations/{code} adds one.");
    public static readonly Refusal MembershipInconsistent = new("MEMBERSHIP_INCONSISTENT", "JMA membership needs the prefecture's, which needs the county's, all of one prefecture; jma is true or false.");
    public static readonly Refusal WorkplacePrefectureInvalid = new("WORKPLACE_PREFECTURE_INVALID", "A non-member needs the prefecture of the workplace, two digits from 01 to 47.", Subject: "workplacePrefecture");
    public static readonly Refusal CertificateIncomplete = new("CERTIFICATE_INCOMPLETE", "Give scheme, number and both days of a certificate, or none of them.");
    public static readonly Refusal CertificateSchemeUnknown = new("CERTIFICATE_SCHEME_UNKNOWN", "A scheme is occupational or sports.");
    public static readonly Refusal ValidityInvalid = new("VALIDITY_INVALID", "Both days must exist, and the first must not lie after the last.");
    public static readonly Refusal DuplicateInFile = new("DUPLICATE_IN_FILE", "An earlier row has this register number; only a second scheme of the same person may repeat it.");
    public static readonly Refusal ConflictWithOtherPerson = new("CONFLICT_WITH_OTHER_PERSON", "This register number belongs to somebody with another birth date or name (rule A6).");
}
