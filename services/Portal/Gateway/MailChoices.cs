namespace Mamis.Portal.Gateway;

/// <summary>Every kind of notice, and which of them the reader wants by mail.</summary>
public sealed record MailChoices(IReadOnlyList<MailChoice> Kinds, IReadOnlyList<MailStep> History);

/// <summary>One kind of notice.</summary>
public sealed record MailChoice(string Kind, bool Optional, bool Mail);

/// <summary>When the reader chose otherwise, and how.</summary>
public sealed record MailStep(DateTimeOffset At, string Kind, bool Mail, string By);

/// <summary>What the link in a mail is about.</summary>
public sealed record StopLink(string Kind, bool Mail);
