namespace Mamis.Notifications.Domain;

/// <summary>The mail server has the mail and could not hand it on yet; without a better report a letter follows.</summary>
public sealed record MailDelayed(string Code);

/// <summary>The mail came back: the server had taken it and could not hand it on.</summary>
public sealed record MailBounced(string Code);

/// <summary>The mail is in the physician's mailbox.</summary>
public sealed record MailDelivered(string Code);
