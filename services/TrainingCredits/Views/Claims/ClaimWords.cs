using Mamis.EventStore;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.TrainingCredits.Views.Claims;

/// <summary>What was said in a claim, by the physician and by the desks; beside the stream, because words may tell of a person.</summary>
public static class ClaimWords
{
    public const int Longest = 500;

    public const string Tables =
        """
        create table if not exists claim_word (
            claim_id     uuid   not null,
            version      bigint not null,
            physician_id uuid   not null,
            words        text   not null,
            primary key (claim_id, version)
        );
        """;

    private const string Insert = "insert into claim_word (claim_id, version, physician_id, words) select claim_id, version, physician_id, words from rows";

    /// <summary>Words, and the version of the claim they belong to.</summary>
    public sealed record Row(Guid ClaimId, long Version, PhysicianId PhysicianId, string Words);

    /// <summary>Keeps what was said with what these changes do to the claim; when they do nothing, nothing was said.</summary>
    public static void Say(this Changes changes, Guid claim, PhysicianId claimant, string words)
    {
        foreach (var it in changes.Streams.Where(it => it.StreamId == claim))
        {
            changes.Write(Sql.For(Insert, new Row(claim, it.ExpectedVersion + it.Events.Count, claimant, words)));
        }
    }

    public static async Task<IReadOnlyDictionary<long, string>> SaidIn(
        this NpgsqlDataSource database, Guid claim, CancellationToken cancellation) =>
        (await database.List<Said>("select version, words from claim_word where claim_id = @claim", new { claim }, cancellation))
        .ToDictionary(it => it.Version, it => it.Words);

    private sealed record Said
    {
        public long Version { get; init; }

        public string Words { get; init; } = string.Empty;
    }
}
