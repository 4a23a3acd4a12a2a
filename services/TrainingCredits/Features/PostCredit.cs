using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Features;

/// <summary>Credits a physician with a session in one of its categories. The same for a row that is posted and one that was held.</summary>
public static class PostCredit
{
    public sealed record Command(
        PhysicianId Holder, TrainingId Training, Session Session, Category Category, Attending Attending, Source From);

    /// <summary>The list, the row of it, whoever posted it, who of the staff matched it with the physician, and how it came when no organizer posted it.</summary>
    public sealed record Source(ListId List, int Row, StaffId PostedBy, StaffId? MatchedBy = null, EntryWay? Way = null);

    public static Decision Decide(CreditLedger ledger, Command command) =>
        ledger.Latest(command.Session.Id, command.Holder, command.Category) switch
        {
            null => Decision.Append(Post(EntryId.Of(command.Session.Id, command.Holder, command.Category), command)),
            { Status: EntryStatus.Withdrawn } => RowRefusals.Withdrawn,
            { Attending: var known } when known == command.Attending => Decision.Nothing,
            _ => RowRefusals.ContradictsEarlier,
        };

    /// <summary>The entry itself; one that corrects another takes its place.</summary>
    public static CreditPosted Post(EntryId entry, Command command, EntryId? corrects = null) => new(
        entry,
        command.Holder,
        command.Training,
        command.Session.Id,
        command.Session.Date,
        command.Category,
        command.Category == command.Session.Category ? command.Session.Item : null,
        command.Session.Units,
        command.Session.Format,
        command.Attending.Role,
        command.Attending.Mode,
        command.Attending.Presence,
        command.From.List,
        command.From.Row,
        command.From.PostedBy,
        command.From.MatchedBy,
        corrects,
        command.From.Way);
}
