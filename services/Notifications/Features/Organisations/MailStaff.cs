using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Features.Organisations;

/// <summary>What follows from one attempt to mail a notice to one member of an organisation's staff: at most one mail, and never a letter.</summary>
/// <remarks>The notice stands on the page already, so a mail that does not arrive leaves nobody untold.</remarks>
public static class MailStaff
{
    /// <param name="Outcome">How the attempt went; null when the server has taken the mail.</param>
    public sealed record Command(StaffId Staff, SendNotice.Outcome? Outcome, DateOnly Today);

    public static Decision Decide(Notice notice, Command command) => (notice, command.Outcome) switch
    {
        ({ Content: null } or { State: NoticeState.Scheduled }, _) => Decision.Nothing,
        ({ Mailed: var settled }, _) when settled.Contains(command.Staff) => Decision.Nothing,
        (_, null) => Decision.Append(new StaffMailed(command.Staff)),
        ({ Content.ScheduledOn: var since }, SendNotice.Deferred) when DeliveryRules.On(since).MailIsTried(since, command.Today) => Decision.Nothing,
        (_, SendNotice.Deferred late) => Left(command, late.Code),
        (_, SendNotice.Rejected rejected) => Left(command, rejected.Code),
        (_, SendNotice.SwitchedOff) => Left(command, Reasons.SwitchedOff),
        _ => Left(command, Reasons.NoEmail),
    };

    private static Decision Left(Command command, string because) => Decision.Append(new StaffMailLeft(command.Staff, because));
}
