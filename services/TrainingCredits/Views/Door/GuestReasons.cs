using Mamis.EventStore;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Door;
using Npgsql;

namespace Mamis.TrainingCredits.Views.Door;

/// <summary>Why a stay was corrected, in the organizer's words; beside the stream, because words may tell of a person.</summary>
public static class GuestReasons
{
    public const int Longest = 500;

    public const string Tables =
        """
        create table if not exists door_reason (
            session_id   uuid not null,
            physician_id uuid not null,
            reason       text not null,
            primary key (session_id, physician_id)
        );
        """;

    private const string Insert =
        """
        insert into door_reason (session_id, physician_id, reason) select session_id, physician_id, reason from rows
        on conflict (session_id, physician_id) do update set reason = excluded.reason
        """;

    private const string OfSession = "select physician_id as \"PhysicianId\", reason as \"Reason\" from door_reason where session_id = @session";

    /// <summary>Keeps the reason for the correction among these changes; the latest one stands on the list.</summary>
    public static void Explain(this Changes changes, string reason)
    {
        foreach (var it in changes.Streams.SelectMany(it => it.Events).OfType<StayCorrected>())
        {
            changes.Write(Sql.For(Insert, new { SessionId = it.Session, PhysicianId = it.Physician, Reason = reason }));
        }
    }

    public static async Task<IReadOnlyDictionary<Guid, string>> ReasonsAtDoor(
        this NpgsqlDataSource database, SessionId session, CancellationToken cancellation) =>
        (await database.List<Row>(OfSession, new { session = session.Value }, cancellation)).ToDictionary(it => it.PhysicianId, it => it.Reason);

    private sealed record Row(Guid PhysicianId, string Reason);
}
