using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>The physician, or a member of staff, wants no more mails of this kind; the page still shows the notices.</summary>
/// <param name="Physician">Null where it is a member of staff.</param>
/// <param name="Staff">Null where it is a physician, as in all that was said before staff could choose.</param>
public sealed record MailSwitchedOff(PhysicianId? Physician, NoticeKind Kind, SwitchedBy By, StaffId? Staff = null);

/// <summary>The same person wants mails of this kind again.</summary>
public sealed record MailSwitchedOn(PhysicianId? Physician, NoticeKind Kind, SwitchedBy By, StaffId? Staff = null);
