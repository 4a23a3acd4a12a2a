using Mamis.Kernel;

namespace Mamis.Identity.Domain;

/// <summary>Every way this service says no, and what to do next. The rows of an import have codes of their own.</summary>
public static class Refusals
{
    public static readonly Refusal LoginFailed = new("LOGIN_FAILED", "Login and password do not belong together, or the postcard is used or too old.");
    public static readonly Refusal LoginMustWait = new("LOGIN_MUST_WAIT", "Too many failures in a row. Wait, then try once; each further failure doubles the wait.", RefusalKind.TooOften);
    public static readonly Refusal CodeWrong = new("CODE_WRONG", "The code is wrong, too old, or was used before. Take the one shown now.");
    public static readonly Refusal SessionEnded = new("SESSION_ENDED", "There is no such session any more. Log in again.", RefusalKind.NotFound);
    public static readonly Refusal SessionIncomplete = new("SESSION_INCOMPLETE", "The second factor is still due; no token before it.", RefusalKind.NotFound);

    public static readonly Refusal IdentityNotConfirmed = new("IDENTITY_NOT_CONFIRMED", "Register number and date of birth are not those of this postcard.", RefusalKind.Invalid);
    public static readonly Refusal TermsNotCurrent = new("TERMS_NOT_CURRENT", "Read and accept the terms of GET /terms/current; send their version.", RefusalKind.Invalid, "termsVersion");
    public static readonly Refusal EmailInvalid = new("EMAIL_INVALID", "This is no e-mail address.", RefusalKind.Invalid, "email");
    public static readonly Refusal EmailTaken = new("EMAIL_TAKEN", "Another account uses this e-mail address.", RefusalKind.Conflict, "email");
    public static readonly Refusal MyPageActive = new("MY_PAGE_ACTIVE", "The first login was completed before; log in with your own password.");

    public static readonly Refusal NumberKnown = new("NUMBER_KNOWN", "An association knows this register number: log in with the postcard, or ask the prefecture of your workplace for one.", RefusalKind.Conflict, "licenceNumber");
    public static readonly Refusal LicenceImageInvalid = new("LICENCE_IMAGE_INVALID", "Send one image or PDF of the licence as the file 'licence': JPEG, PNG, HEIC or PDF, at most 10 MB.", RefusalKind.Invalid, "licence");
    public static readonly Refusal RegistrationUnknown = new("REGISTRATION_UNKNOWN", "There is no self-registration of this physician, or not in your jurisdiction.", RefusalKind.NotFound);
    public static readonly Refusal RegistrationSettled = new("REGISTRATION_SETTLED", "The registration is confirmed; nothing is left to do.");
    public static readonly Refusal RegistrationReturned = new("REGISTRATION_RETURNED", "It was sent back and waits for the physician; confirm it from the original licence only.");
    public static readonly Refusal FaultsMissing = new("FAULTS_MISSING", "Say what is wrong, so that the physician can mend it.", RefusalKind.Invalid, "faults");
    public static readonly Refusal FormMalformed = new("FORM_MALFORMED", "Send multipart/form-data with the fields of the OpenAPI document and nothing else.", RefusalKind.Invalid);

    public static readonly Refusal PasswordTooShort = new("PASSWORD_TOO_SHORT", "Take at least 15 characters, 8 with a second factor. Several words make a good one.", RefusalKind.Invalid, "password");
    public static readonly Refusal PasswordTooLong = new("PASSWORD_TOO_LONG", "Take at most 256 characters.", RefusalKind.Invalid, "password");
    public static readonly Refusal PasswordCommon = new("PASSWORD_COMMON", "This password is among the first that are guessed. Take another.", RefusalKind.Invalid, "password");
    public static readonly Refusal PasswordOwnData = new("PASSWORD_OWN_DATA", "Without name, number, birth date, login and e-mail in it, the password is too short.", RefusalKind.Invalid, "password");

    public static readonly Refusal PasswordUnchanged = new("PASSWORD_UNCHANGED", "This is the present password. Take another.", RefusalKind.Invalid, "newPassword");
    public static readonly Refusal CurrentPasswordWrong = new("CURRENT_PASSWORD_WRONG", "This is not your present password. It is asked for so that nobody else changes your credentials.", RefusalKind.Invalid, "currentPassword");
    public static readonly Refusal SecondFactorMissing = new("SECOND_FACTOR_MISSING", "Recovery codes stand in for a second factor, and this account has none.");

    public static readonly Refusal RecoveryMustWait = new("RECOVERY_MUST_WAIT", "Codes were asked for too often. Look into the mailbox, the last one may serve; otherwise wait and ask once.", RefusalKind.TooOften);
    public static readonly Refusal MailedCodeWrong = new("MAILED_CODE_WRONG", "The code is wrong or older than half an hour, was used, or five were wrong before. Ask for another.", RefusalKind.Invalid, "code");
    public static readonly Refusal MailOver = new("MAIL_OVER", "There is no such mail to send any more.", RefusalKind.NotFound);

    public static readonly Refusal SecondFactorOn = new("SECOND_FACTOR_ON", "This account has a second factor already.");
    public static readonly Refusal SecondFactorRequired = new("SECOND_FACTOR_REQUIRED", "Whoever acts for an association or an organizer keeps the second factor.");
    public static readonly Refusal FirstCodeWrong = new("FIRST_CODE_WRONG", "This is not the code the app shows now, or the secret is older than 15 minutes. Try the next code, or begin anew.", RefusalKind.Invalid, "code");
    public static readonly Refusal PresentCodeWrong = new("PRESENT_CODE_WRONG", "The code is wrong, too old, or was used before. Take the one shown now, or a recovery code.", RefusalKind.Invalid, "code");
    public static readonly Refusal PasswordShortAlone = new("PASSWORD_SHORT_ALONE", "Without a second factor the password needs 15 characters besides your own data. Change the password first.", RefusalKind.Conflict, "currentPassword");

    public static readonly Refusal PasskeyFailed = new("PASSKEY_FAILED", "The passkey was not accepted, or the question is older than five minutes. Ask anew, or log in with the password.");
    public static readonly Refusal PasskeyInvalid = new("PASSKEY_INVALID", "The device's answer was not accepted, or the question is older than five minutes. Begin the registration anew.", RefusalKind.Invalid, "credential");
    public static readonly Refusal PasskeyNameInvalid = new("PASSKEY_NAME_INVALID", "Give the passkey a name by which you know the device, at most 60 characters.", RefusalKind.Invalid, "name");
    public static readonly Refusal PasskeysTooMany = new("PASSKEYS_TOO_MANY", "An account has at most ten passkeys. Remove one you no longer use.");
    public static readonly Refusal PasskeyUnknown = new("PASSKEY_UNKNOWN", "You have no such passkey; GET /passkeys lists them.", RefusalKind.NotFound);

    public static readonly Refusal ClientIdInvalid = new("CLIENT_ID_INVALID", "Take 3 to 50 small letters, digits and hyphens, a letter first.", RefusalKind.Invalid, "clientId");
    public static readonly Refusal ClientIdTaken = new("CLIENT_ID_TAKEN", "A client of this name exists, revoked or not. Take another.", RefusalKind.Conflict, "clientId");
    public static readonly Refusal ClientUnknown = new("CLIENT_UNKNOWN", "There is no such client; GET /machine-clients lists them.", RefusalKind.NotFound);
    public static readonly Refusal ClientRevoked = new("CLIENT_REVOKED", "The client was revoked and stays so. Create another.");
    public static readonly Refusal ScopesInvalid = new("SCOPES_INVALID", "Name one or more scopes of one role: attendance, or renewal-runs, sweeps and mail-reports, or simulations.", RefusalKind.Invalid, "scopes");
    public static readonly Refusal BodyUnknown = new("BODY_UNKNOWN", "Name a recognised organizing body for attendance, and JMA for everything else.", RefusalKind.Invalid, "association");
    public static readonly Refusal OverlapInvalid = new("OVERLAP_INVALID", "The former secret may work on for 0 to 30 days.", RefusalKind.Invalid, "overlapDays");

    public static readonly Refusal PhysicianUnknown = new("PHYSICIAN_UNKNOWN", "There is no such physician, or not in your jurisdiction.", RefusalKind.NotFound);
    public static readonly Refusal PrefectureUnknown = new("PREFECTURE_UNKNOWN", "Give a prefecture as two digits, 01 to 47.", RefusalKind.Invalid, "prefecture");
    public static readonly Refusal WorkplaceNameInvalid = new("WORKPLACE_NAME_INVALID", "Give the name of the workplace, at most 200 characters.", RefusalKind.Invalid, "name");
    public static readonly Refusal PhysicianNotConfirmed = new("PHYSICIAN_NOT_CONFIRMED", "Register number and date of birth are not those of one physician. Compare them with the licence.", RefusalKind.Invalid, "licenceNumber");
    public static readonly Refusal DayInFuture = new("DAY_IN_FUTURE", "Give today or a day before; enter a later change on its day.", RefusalKind.Invalid, "since");
    public static readonly Refusal CountyMembershipFirst = new("COUNTY_MEMBERSHIP_FIRST", "The prefecture takes in members of its counties only. The county association comes first.");
    public static readonly Refusal PrefectureMembershipFirst = new("PREFECTURE_MEMBERSHIP_FIRST", "The JMA takes in members of a prefectural association only. That one comes first.");
    public static readonly Refusal NotAMember = new("NOT_A_MEMBER", "The physician is no member of your association, so there is nothing to leave.");
    public static readonly Refusal AssociationCodeInvalid = new("ASSOCIATION_CODE_INVALID", "A code is JMA, a prefecture's two digits, or a county's as 13-042.", RefusalKind.Invalid, "code");
    public static readonly Refusal AssociationNameInvalid = new("ASSOCIATION_NAME_INVALID", "Give the association's name, at most 200 characters.", RefusalKind.Invalid, "name");
    public static readonly Refusal AssociationUnknown = new("ASSOCIATION_UNKNOWN", "No association has this code; GET /associations lists them.", RefusalKind.Invalid, "association");
    public static readonly Refusal OutOfJurisdiction = new("OUT_OF_JURISDICTION", "Your association does not stand above this one.", RefusalKind.Forbidden);
    public static readonly Refusal PostcardNotOut = new("POSTCARD_NOT_OUT", "No postcard is out to this physician, so none can have come back.");
    public static readonly Refusal PostcardAddressSame = new("POSTCARD_ADDRESS_SAME", "The postcard came back from this address. Ask for the right one and enter it.", RefusalKind.Invalid, "address");
    public static readonly Refusal StaffRoleInvalid = new("STAFF_ROLE_INVALID", "There is no such role at this association: county-staff at a county, prefecture-staff at a prefecture, jma-staff and auditor at the JMA, organizer at a recognised body.", RefusalKind.Invalid, "role");
    public static readonly Refusal InvitationOpen = new("INVITATION_OPEN", "This address is invited to this association already. Send the invitation again, or withdraw it.", RefusalKind.Conflict, "email");
    public static readonly Refusal InvitationUnknown = new("INVITATION_UNKNOWN", "There is no open invitation like this in your jurisdiction; GET /staff lists them.", RefusalKind.NotFound);
    public static readonly Refusal StaffUnknown = new("STAFF_UNKNOWN", "There is no such member of staff in your jurisdiction; GET /staff lists them.", RefusalKind.NotFound);
    public static readonly Refusal StaffOwnAccount = new("STAFF_OWN_ACCOUNT", "Nobody ends or resets the own account; ask another administrator.", RefusalKind.Conflict);
    public static readonly Refusal StaffEmailMissing = new("STAFF_EMAIL_MISSING", "This account has no confirmed e-mail address to send a link to. End it and invite the person anew.", RefusalKind.Conflict);
    public static readonly Refusal LinkOver = new("LINK_OVER", "The link is used, withdrawn, replaced by a newer one, or older than 72 hours. Ask whoever sent it for another.", RefusalKind.NotFound);
    public static readonly Refusal TooManyIds = new("TOO_MANY_IDS", "Ask for at most 1,000 ids at once.", RefusalKind.Invalid, "ids");

    public static readonly Refusal TooManyRows = new("TOO_MANY_ROWS", "An import takes at most 20,000 rows, so that it stands or falls as a whole. Split the file.", RefusalKind.Invalid);
    public static readonly Refusal ImportRunning = new("IMPORT_RUNNING", "Another import is running. Repeat this one when it has ended.");
}
