using Npgsql;

namespace Mamis.Benchmarks.Notices;

/// <summary>The limit of S4: the rows the last run wrote, into empty tables of the same shape and indexes, in one transaction.</summary>
public sealed class PlainInsert(NpgsqlDataSource database)
{
    private static readonly string[] Tables = ["mt_streams", "mt_events", "notice_cards", "mamis_commands"];

    private long _before;

    public Task CreateTables() => Do([.. Tables.Select(it => $"create table plain_{it} (like {it} including all)")]);

    /// <summary>Marks where the next run begins; its commands are the only ones, as if all earlier ones were done.</summary>
    public async Task Forget()
    {
        await using var last = database.CreateCommand("select coalesce(max(seq_id), 0) from mt_events");
        _before = await last.ExecuteScalarAsync() as long? ?? 0;
        await Do("truncate mamis_commands");
    }

    /// <summary>Puts the rows of the last run aside, and empties the tables they go to.</summary>
    public Task Stage() => Do(
    [
        .. Tables.Select(it => $"drop table if exists staged_{it}"),
        .. Tables.Select(it => $"truncate plain_{it}"),
        $"create table staged_mt_events as select * from mt_events where seq_id > {_before}",
        "create table staged_mt_streams as select * from mt_streams where id in (select stream_id from staged_mt_events)",
        "create table staged_notice_cards as select * from notice_cards where id in (select stream_id from staged_mt_events)",
        "create table staged_mamis_commands as select * from mamis_commands",
        .. Tables.Select(it => $"analyze staged_{it}"),
    ]);

    public Task Run() => Do([.. Tables.Select(it => $"insert into plain_{it} select * from staged_{it}")]);

    private async Task Do(params string[] statements)
    {
        await using var command = database.CreateCommand(string.Join("; ", statements));
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
