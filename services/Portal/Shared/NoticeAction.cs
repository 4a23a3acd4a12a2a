namespace Mamis.Portal.Shared;

/// <summary>Where the reader of a notice goes next; a notice that names something to do leads there.</summary>
/// <param name="Key">Text of the link: <c>notice-action.find</c>.</param>
/// <param name="Address">Where it leads.</param>
public sealed record NoticeAction(string Key, string Address)
{
    private static readonly NoticeAction Find = new("notice-action.find", "/trainings/find");
    private static readonly NoticeAction Ledger = new("notice-action.ledger", "/ledger");
    private static readonly NoticeAction Applications = new("notice-action.applications", "/applications");
    private static readonly NoticeAction Certificates = new("notice-action.certificates", "/my-page");
    private static readonly NoticeAction Inquiries = new("notice-action.inquiries", "/inquiries");

    /// <summary>Null for a kind this portal does not know yet.</summary>
    public static NoticeAction? Of(string kind) => kind switch
    {
        "missing-at-twelve" or "missing-at-six" or "missing-at-four" or "missing-at-two" => Find,
        "one-year" or "credits-posted" => Ledger,
        "four-months" or "special-measure-ends" or "application-returned" or "receipts-awaited" => Applications,
        "application-granted" or "certificate-suspended" or "certificate-reinstated" or "certificate-resigned" or "certificate-struck-off" or "certificate-loss-withdrawn" => Certificates,
        "inquiry-answered" => Inquiries,
        "claim-moved" => new("notice-action.claims", "/claims"),
        _ => null,
    };

    /// <summary>The same for a notice to a desk or an organizer.</summary>
    /// <param name="about">The training or the intake round.</param>
    public static NoticeAction? OfOrganisation(string kind, Guid about) => kind switch
    {
        "attendance-awaited" or "attendance-overdue" => new("notice-action.attendance", $"/organizer/trainings/{about}"),
        "claim-at-organizer" => new("notice-action.claim", $"/organizer/claims/{about}"),
        "claim-at-prefecture" => new("notice-action.claim", $"/desk/claims/{about}"),
        "organizer-overdue" => new("notice-action.training", "/desk/trainings"),
        "desk-deadline" or "desk-overdue" => new("notice-action.queue", "/desk/queue"),
        _ => null,
    };
}
