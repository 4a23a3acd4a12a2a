using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Rounds;
using Mamis.EventStore;

namespace Mamis.Certification.Views.Rounds;

/// <summary>With which round every submitted application goes, and which desk it came to first.</summary>
public sealed class IntakeCaseView : IInlineView
{
    private const string Submit =
        "insert into intake_case (application_id, first_desk) select distinct id, first_desk from rows on conflict (application_id) do nothing";

    private const string Assign =
        """
        update intake_case i set round_id = r.round
        from (select distinct on (id) * from rows order by id, version desc) r where i.application_id = r.id
        """;

    public string Name => "intake_case";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["intake_case"];

    public string Schema =>
        """
        create table if not exists intake_case (application_id uuid primary key, first_desk text not null, round_id uuid);
        create index if not exists intake_case_round on intake_case (round_id);
        """;

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        var submitted = events.Select(e => e.Data is ApplicationSubmitted it ? new SubmittedRow(e.StreamId, it.Desks[0]) : null)
            .OfType<SubmittedRow>().ToArray();
        var assigned = events.Select(e => e.Data is IntakeRoundAssigned it ? new AssignedRow(e.StreamId, e.Version, it.Round) : null)
            .OfType<AssignedRow>().ToArray();

        return
        [
            .. submitted is [] ? (Sql[])[] : [Sql.ForEach(Submit, submitted)],
            .. assigned is [] ? (Sql[])[] : [Sql.ForEach(Assign, assigned)],
        ];
    }

    private sealed record SubmittedRow(Guid Id, string FirstDesk);

    private sealed record AssignedRow(Guid Id, long Version, IntakeRoundId? Round);
}
