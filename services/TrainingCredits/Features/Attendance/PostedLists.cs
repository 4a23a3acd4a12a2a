using System.Text.Json;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.TrainingCredits.Views;
using Npgsql;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>Answers that were given under an Idempotency-Key, so that a repeated request gets the same one.</summary>
public static class PostedLists
{
    public const string Tables =
        """
        create table if not exists posted_list (
            posted_by uuid        not null,
            key       text        not null,
            list_id   uuid        not null,
            answer    jsonb       not null,
            posted_at timestamptz not null default now(),
            primary key (posted_by, key)
        )
        """;

    private const string Insert =
        """
        insert into posted_list (posted_by, key, list_id, answer) select posted_by, key, list_id, answer from rows
        on conflict (posted_by, key) do nothing
        """;

    public static Sql Keep(StaffId postedBy, string key, AttendanceAnswer answer) =>
        Sql.For(Insert, new { PostedBy = postedBy, Key = key, answer.ListId, Answer = answer });

    public static async Task<AttendanceAnswer?> Answered(
        this NpgsqlDataSource database, StaffId postedBy, string key, CancellationToken cancellation)
    {
        var json = await database.Find<string>(
            "select answer::text from posted_list where posted_by = @by and key = @key", new { by = postedBy.Value, key }, cancellation);
        return json is null ? null : JsonSerializer.Deserialize<AttendanceAnswer>(json, EventJson.Options);
    }
}
