using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>Which mails a physician or a member of staff does without. A stream of its own, so that one can see when a mail that is missed was switched off.</summary>
public sealed record MailPreferences : IEvolve<MailPreferences>
{
    public IReadOnlyList<NoticeKind> WithoutMail { get; init; } = [];

    public static Guid IdOf(Guid person) => DeterministicId.From("notice-preferences", person);

    /// <summary>What must be told is mailed whatever was said before the kind became one of those.</summary>
    public bool WantsMail(NoticeKind kind) => !kind.IsOptional() || !WithoutMail.Contains(kind);

    public MailPreferences Evolve(object @event) => @event switch
    {
        MailSwitchedOff e => this with { WithoutMail = [.. WithoutMail, e.Kind] },
        MailSwitchedOn e => this with { WithoutMail = [.. WithoutMail.Where(it => it != e.Kind)] },
        _ => this,
    };
}
