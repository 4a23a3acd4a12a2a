using Mamis.EventStore;
using Mamis.TrainingCredits.Domain.Claims;

namespace Mamis.TrainingCredits.Views.Claims;

/// <summary>Claims with who acts next and until when, as lists show them and the clock finds them.</summary>
public sealed class ClaimCards : IInlineView
{
    private const string Insert =
        """
        insert into claim (claim_id, physician_id, training_id, organizer, prefecture, status, answer_by, made_at)
        select claim_id, physician_id, training_id, organizer, prefecture, status, answer_by, made_at from rows
        on conflict (claim_id) do update set status = excluded.status, answer_by = excluded.answer_by, made_at = excluded.made_at
        """;

    private const string Move =
        "update claim c set status = r.status, answer_by = coalesce(r.answer_by, c.answer_by) from rows r where c.claim_id = r.claim_id";

    public string Name => "claims";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["claim"];

    public string Schema =>
        """
        create table if not exists claim (
            claim_id     uuid        primary key,
            physician_id uuid        not null,
            training_id  uuid        not null,
            organizer    text        not null,
            prefecture   text        not null,
            status       text        not null,
            answer_by    date        not null,
            made_at      timestamptz not null
        );

        create index if not exists claim_physician on claim (physician_id);
        create index if not exists claim_organizer on claim (organizer, answer_by, claim_id);
        create index if not exists claim_prefecture on claim (prefecture, answer_by, claim_id);
        create index if not exists claim_overdue on claim (answer_by, claim_id) where status = 'AtOrganizer';
        """;

    /// <remarks>A claim that was withdrawn may be made again; so the events of a claim are written one after the other.</remarks>
    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        foreach (var e in events)
        {
            if (e.Data is ClaimMade made)
            {
                yield return Sql.For(Insert, new Row(
                    e.StreamId, made.Claimant.Value, made.Training.Value, made.Organizer, made.Prefecture, ClaimStatus.AtOrganizer, made.AnswerBy, e.Timestamp));
            }
            else if (Moved(e) is { } step)
            {
                yield return Sql.For(Move, step);
            }
        }
    }

    private static Step? Moved(StoredEvent e) => e.Data switch
    {
        ClaimTurnedDown it => new(e.StreamId, ClaimStatus.TurnedDown, it.InsistBy),
        ClaimInsistedOn it => new(e.StreamId, ClaimStatus.AtPrefecture, it.AnswerBy),
        ClaimEscalated it => new(e.StreamId, ClaimStatus.AtPrefecture, it.AnswerBy),
        ClaimConfirmed => new(e.StreamId, ClaimStatus.Confirmed, AnswerBy: null),
        ClaimRefused => new(e.StreamId, ClaimStatus.Refused, AnswerBy: null),
        ClaimWithdrawn => new(e.StreamId, ClaimStatus.Withdrawn, AnswerBy: null),
        _ => null,
    };

    private sealed record Row(
        Guid ClaimId, Guid PhysicianId, Guid TrainingId, string Organizer, string Prefecture, ClaimStatus Status, DateOnly AnswerBy, DateTimeOffset MadeAt);

    private sealed record Step(Guid ClaimId, ClaimStatus Status, DateOnly? AnswerBy);
}
