using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>Who acts on an inquiry: the physician, or a member of staff for an association.</summary>
/// <param name="Staff">Null for the physician.</param>
/// <param name="Association">Whose staff; empty for the physician.</param>
public sealed record Party(StaffId? Staff, string Association)
{
    /// <summary>Why this party may not act on the inquiry, although it may read it; null when it may.</summary>
    public Refusal? Hindrance(Inquiry inquiry) => this switch
    {
        _ when inquiry.Physician is null => InquiryRefusals.Unknown,
        { Staff: not null } when Association != inquiry.Desk => InquiryRefusals.OfAnotherDesk,
        _ => null,
    };
}
