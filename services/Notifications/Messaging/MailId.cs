using Mamis.Kernel;

namespace Mamis.Notifications.Messaging;

/// <summary>The Message-ID of a notice's mail: the same at every attempt, so that a mailbox can tell a repeat and a report finds the notice.</summary>
public static class MailId
{
    public static string Of(Guid notice, string host) => $"<{notice:N}@{host}>";

    /// <summary>A notice to an organisation goes to several mailboxes, so each member of staff has an id of their own.</summary>
    public static Guid ForStaff(Guid notice, Guid staff) => DeterministicId.From("staff-mail", notice, staff);

    /// <summary>Null where the mail was none of ours.</summary>
    public static Guid? Read(string? id, string host) =>
        id?.Trim('<', '>').Split('@') is [var notice, var domain]
        && domain.Equals(host, StringComparison.OrdinalIgnoreCase)
        && Guid.TryParseExact(notice, "N", out var found)
            ? found
            : null;
}
