namespace Mamis.Notifications.Domain;

/// <summary>What a physician, a desk or an organizer is told (domain.md, section 5).</summary>
public enum NoticeKind
{
    /// <summary>N1: the certificate ends in a year.</summary>
    OneYear,

    /// <summary>N2: the certificate ends in four months.</summary>
    FourMonths,

    /// <summary>N5: a desk sent the application back.</summary>
    ApplicationReturned,

    /// <summary>N3: the application was granted.</summary>
    ApplicationGranted,

    /// <summary>An answer waits in the my-page.</summary>
    InquiryAnswered,

    /// <summary>N5: so many credits are missing twelve months before the certificate ends.</summary>
    MissingAtTwelve,

    /// <summary>N5: the same, six months before.</summary>
    MissingAtSix,

    /// <summary>N5: the same, four months before.</summary>
    MissingAtFour,

    /// <summary>N5: the same, two months before.</summary>
    MissingAtTwo,

    /// <summary>N5: the special measure that keeps the expired certificate ends (rule X2).</summary>
    SpecialMeasureEnds,

    /// <summary>N5: the first desk still awaits the fee, or the handbook of the paper credits.</summary>
    ReceiptsAwaited,

    /// <summary>N5: credits were posted, all of a day in one notice.</summary>
    CreditsPosted,

    /// <summary>N5: an organizer has not reported who attended, 14 and 25 days after the training.</summary>
    AttendanceAwaited,

    /// <summary>N5: the same from the 30th day on, when the list is overdue.</summary>
    AttendanceOverdue,

    /// <summary>N5: the prefecture's desk hears that a list of an organizer is overdue.</summary>
    OrganizerOverdue,

    /// <summary>N5: cases are open at a desk 14, 7 and 1 days before its deadline in an intake round.</summary>
    DeskDeadline,

    /// <summary>N5: the deadline of a desk has passed and cases are still open.</summary>
    DeskOverdue,

    /// <summary>N5: the same, to the desk above it.</summary>
    DeskBelowOverdue,

    /// <summary>The JMA lets the title rest.</summary>
    CertificateSuspended,

    /// <summary>The title rests no longer.</summary>
    CertificateReinstated,

    /// <summary>The physician's claim of a missing credit was answered or passed on.</summary>
    ClaimMoved,

    /// <summary>A physician claims a missing credit, and the organizer of the training is to answer.</summary>
    ClaimAtOrganizer,

    /// <summary>A claim of a missing credit came to the prefecture, which decides it.</summary>
    ClaimAtPrefecture,

    /// <summary>The holder gave the title up, from a day on (rule X8).</summary>
    CertificateResigned,

    /// <summary>The JMA took the title away, from a day on (rule X8).</summary>
    CertificateStruckOff,

    /// <summary>The title goes on: what was to end it was taken back.</summary>
    CertificateLossWithdrawn,
}

/// <summary>What sort of notice a kind is.</summary>
public static class NoticeKinds
{
    /// <summary>A convenience: without a way by mail it is left, and no letter is written.</summary>
    public static bool IsOptional(this NoticeKind kind) =>
        kind is NoticeKind.InquiryAnswered or NoticeKind.CreditsPosted or NoticeKind.ClaimMoved || kind.ToldTo() != Audience.Physician;

    /// <summary>Whoever has a my-page is told there at the latest, where the thing itself can be seen.</summary>
    public static bool IsToldByMyPage(this NoticeKind kind) => kind is NoticeKind.CreditsPosted or NoticeKind.ClaimMoved;

    /// <summary>Certification is asked first what is missing; where nothing is, nothing is told.</summary>
    public static bool AsksForCredits(this NoticeKind kind) =>
        kind is NoticeKind.MissingAtTwelve or NoticeKind.MissingAtSix or NoticeKind.MissingAtFour or NoticeKind.MissingAtTwo;
}

/// <summary>Who tells whom. Part of what makes a notice one and the same, so that each way is gone once.</summary>
public enum NoticeRoute
{
    JmaToPhysician,

    /// <summary>A prefecture tells its own members what the JMA tells everybody, as in Hokkaido.</summary>
    PrefectureToMember,

    /// <summary>The county of a member, the prefecture of the workplace of a non-member.</summary>
    DeskToPhysician,

    /// <summary>The desk itself is told, by an entry on its list.</summary>
    ListForDesk,

    /// <summary>An association or an organizer is told on its own page.</summary>
    ToOrganisation,
}

/// <summary>How a notice reaches a physician.</summary>
public enum Channel
{
    Email,
    Letter,

    /// <summary>It stands in the my-page, or on the page of the organisation, whatever else goes out.</summary>
    MyPage,
}
