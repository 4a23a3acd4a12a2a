using Mamis.EventStore;
using Npgsql;

namespace Mamis.TrainingCredits.Views;

/// <summary>Why a training was sent back or cancelled, in somebody's own words; beside the stream, because words may tell of a person.</summary>
public static class TrainingRemarks
{
    public const int Longest = 500;

    public const string Tables =
        """
        create table if not exists training_remark (
            training_id uuid   not null,
            version     bigint not null,
            reason      text   not null,
            primary key (training_id, version)
        );
        """;

    private const string Insert = "insert into training_remark (training_id, version, reason) select training_id, version, reason from rows";

    /// <summary>A remark, and the version of the training it explains.</summary>
    public sealed record Row(Guid TrainingId, long Version, string Reason);

    /// <summary>Keeps the reason for what these changes do to the training; when they do nothing to it, there is nothing to explain.</summary>
    public static void Remark(this Changes changes, Guid training, string reason)
    {
        foreach (var it in changes.Streams.Where(it => it.StreamId == training))
        {
            changes.Write(Sql.For(Insert, new Row(training, it.ExpectedVersion + it.Events.Count, reason)));
        }
    }

    public static async Task<IReadOnlyDictionary<long, string>> RemarksOn(
        this NpgsqlDataSource database, Guid training, CancellationToken cancellation) =>
        (await database.List<Row>(
            "select training_id as \"TrainingId\", version as \"Version\", reason as \"Reason\" from training_remark where training_id = @training", new { training }, cancellation))
        .ToDictionary(it => it.Version, it => it.Reason);
}
