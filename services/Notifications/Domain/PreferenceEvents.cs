using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>The physician wants no more mails of this kind; the my-page still shows the notices.</summary>
public sealed record MailSwitchedOff(PhysicianId Physician, NoticeKind Kind, SwitchedBy By);

/// <summary>The physician wants mails of this kind again.</summary>
public sealed record MailSwitchedOn(PhysicianId Physician, NoticeKind Kind, SwitchedBy By);
