namespace Mamis.Notifications.Domain;

/// <summary>What a mail server tells later of a mail it had taken (RFC 3464).</summary>
/// <param name="Notice">The notice the mail carried.</param>
/// <param name="Status">The enhanced status code (RFC 3463), such as <c>5.1.1</c>.</param>
public sealed record MailReport(Guid Notice, MailFate Fate, string Status)
{
    /// <summary>As the card and the coverage report show it.</summary>
    public string Code => $"DSN_{Status}";
}

/// <summary>What became of a mail: the action of a delivery report.</summary>
public enum MailFate
{
    /// <summary>Not handed on yet; the server goes on trying.</summary>
    Delayed,

    /// <summary>It will not arrive.</summary>
    Failed,

    /// <summary>In the mailbox.</summary>
    Delivered,

    /// <summary>With a server or a list of addresses that will not report.</summary>
    HandedOn,
}
