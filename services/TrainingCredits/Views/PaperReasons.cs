using Mamis.EventStore;

namespace Mamis.TrainingCredits.Views;

/// <summary>Why a desk refused a line, in its own words; beside the stream, because words may tell of a person.</summary>
public static class PaperReasons
{
    public const string Tables =
        """
        create table if not exists paper_reason (
            entry_id     uuid primary key,
            physician_id uuid not null,
            reason       text not null
        )
        """;

    private const string Insert =
        """
        insert into paper_reason (entry_id, physician_id, reason) select entry_id, physician_id, reason from rows
        on conflict (entry_id) do nothing
        """;

    public static Sql Keep(Guid entryId, Guid physicianId, string reason) =>
        Sql.For(Insert, new { EntryId = entryId, PhysicianId = physicianId, Reason = reason });
}
