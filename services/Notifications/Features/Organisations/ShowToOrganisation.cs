using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Features.Organisations;

/// <summary>An organisation is told once the notice stands on its page, whatever becomes of the mails to its staff.</summary>
public static class ShowToOrganisation
{
    public static Decision Decide(Notice notice) => notice is { State: NoticeState.Scheduled, Content.Organisation: not null }
        ? Decision.Append(new NoticeShown(Reasons.OnPage))
        : Decision.Nothing;
}
