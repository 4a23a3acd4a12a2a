using Mamis.EventStore;
using Npgsql;

namespace Mamis.TrainingCredits.Views.Flags;

/// <summary>What staff wrote when they settled a flag; beside the stream, because words may tell of a person.</summary>
public static class FlagRemarks
{
    public const int Longest = 500;

    public const string Tables =
        """
        create table if not exists flag_remark (
            flag_id uuid   not null,
            version bigint not null,
            words   text   not null,
            primary key (flag_id, version)
        );
        """;

    private const string Insert = "insert into flag_remark (flag_id, version, words) select flag_id, version, words from rows";

    /// <summary>A remark, and the version of the flag it settled.</summary>
    public sealed record Row(Guid FlagId, long Version, string Words);

    /// <summary>Keeps the remark with what these changes do to the flag; when they do nothing, nothing was said.</summary>
    public static void Remark(this Changes changes, Guid flag, string words) => changes.Streams
        .Where(it => it.StreamId == flag).ToList()
        .ForEach(it => changes.Write(Sql.For(Insert, new Row(flag, it.ExpectedVersion + it.Events.Count, words))));

    public static async Task<IReadOnlyDictionary<long, string>> RemarksOnFlag(this NpgsqlDataSource database, Guid flag, CancellationToken cancellation) =>
        (await database.List<Row>(
            "select flag_id as \"FlagId\", version as \"Version\", words as \"Words\" from flag_remark where flag_id = @flag", new { flag }, cancellation))
        .ToDictionary(it => it.Version, it => it.Words);
}
