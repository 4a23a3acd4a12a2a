using Mamis.Certification.Domain;
using Mamis.EventStore;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>Written with the events. Of several events of one application in a run only the last one decides, so a rebuild in large runs gives the same rows.</summary>
public sealed class ApplicationCaseView : IInlineView
{
    private const string OneOpen = "application_case_one_open";

    private const string Draft =
        """
        insert into application_case (id, physician_id, scheme, kind, status, changed_at)
        select id, applicant, scheme, kind, 'Draft', at from rows
        """;

    private const string Submit =
        """
        update application_case c set receipt_number = r.receipt_number, submitted_on = r.day, entries = r.entries
        from (select distinct on (id) * from rows order by id, version desc) r where c.id = r.id
        """;

    private const string Move =
        """
        update application_case c set status = r.status, desk = r.desk, changed_at = r.at
        from (select distinct on (id) * from rows order by id, version desc) r where c.id = r.id
        """;

    public string Name => "application_case";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["application_case"];

    /// <summary>The unique index holds the rule that two applications of one scheme are never under way at once (X3), also against two requests at the same moment.</summary>
    public string Schema =>
        $"""
        create table if not exists application_case (
            id uuid primary key, physician_id uuid not null, scheme text not null, kind text not null, status text not null, desk text,
            receipt_number text, submitted_on date, entries integer not null default 0, changed_at timestamptz not null);
        create index if not exists application_case_physician on application_case (physician_id);
        create index if not exists application_case_desk on application_case (desk, changed_at) where desk is not null;
        create unique index if not exists {OneOpen} on application_case (physician_id, scheme)
            where submitted_on is not null and status in ('AwaitingCredits', 'CreditsShort', 'AtDesk', 'Returned');
        """;

    /// <summary>Whether storing failed because another application of the physician and scheme is under way.</summary>
    public static bool IsSecondOpen(Exception e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: OneOpen };

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        var drafted = events.SelectMany(e => e.Data is ApplicationDrafted it
            ? [new DraftedRow(e.StreamId, it.Applicant, it.Scheme, it.Kind, e.Timestamp)] : (DraftedRow[])[]).ToArray();
        var submitted = events.SelectMany(e => e.Data is ApplicationSubmitted it
            ? [new SubmittedRow(e.StreamId, e.Version, it.ReceiptNumber, it.Day, it.Entries.Count)] : (SubmittedRow[])[]).ToArray();
        var moved = events.Select(Moved).OfType<MovedRow>().ToArray();

        return
        [
            .. drafted is [] ? (Sql[])[] : [Sql.ForEach(Draft, drafted)],
            .. submitted is [] ? (Sql[])[] : [Sql.ForEach(Submit, submitted)],
            .. moved is [] ? (Sql[])[] : [Sql.ForEach(Move, moved)],
        ];
    }

    private static MovedRow? Moved(StoredEvent e) => e.Data switch
    {
        ApplicationSubmitted => To(e, ApplicationStatus.AwaitingCredits),
        // The wait begins anew, or the ledger would be asked on every look.
        CreditsRequestedAgain => To(e, ApplicationStatus.AwaitingCredits),
        ApplicationHeldBack => To(e, ApplicationStatus.CreditsShort),
        ApplicationAdmitted it => To(e, ApplicationStatus.AtDesk, it.Desk),
        ApplicationApproved it => To(e, ApplicationStatus.AtDesk, it.NextDesk),
        ApplicationReturned => To(e, ApplicationStatus.Returned),
        ApplicationGranted => To(e, ApplicationStatus.Granted),
        ApplicationRejected => To(e, ApplicationStatus.Rejected),
        ApplicationWithdrawn => To(e, ApplicationStatus.Withdrawn),
        _ => null,
    };

    private static MovedRow To(StoredEvent e, ApplicationStatus status, string? desk = null) =>
        new(e.StreamId, e.Version, status, desk, e.Timestamp);

    private sealed record DraftedRow(Guid Id, PhysicianId Applicant, Scheme Scheme, ApplicationKind Kind, DateTimeOffset At);

    private sealed record SubmittedRow(Guid Id, long Version, string ReceiptNumber, DateOnly Day, int Entries);

    private sealed record MovedRow(Guid Id, long Version, ApplicationStatus Status, string? Desk, DateTimeOffset At);
}
