namespace Mamis.Notifications.Domain;

/// <summary>How a physician said which mails are wanted.</summary>
public enum SwitchedBy
{
    /// <summary>Signed in.</summary>
    MyPage,

    /// <summary>By the link in a mail, for which nobody has to sign in.</summary>
    LinkInMail,
}
