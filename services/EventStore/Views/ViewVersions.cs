using Npgsql;

namespace Mamis.EventStore.Views;

/// <summary>In which version the tables of a view stand, and the name under which its position is kept.</summary>
internal static class ViewVersions
{
    /// <summary>The position of a view that follows the events; an inline view has none.</summary>
    public static string Progress(IView view) => $"mamis:view:{view.Name}";

    /// <summary>Null when the view was never built.</summary>
    public static async Task<int?> Of(NpgsqlDataSource database, IView view, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select version from mamis_views where name = $1");
        command.Parameters.Add(new() { Value = view.Name });
        return await command.ExecuteScalarAsync(cancellation) as int?;
    }

    public static NpgsqlBatchCommand Note(IView view) => new(
        "insert into mamis_views (name, version) values ($1, $2) on conflict (name) do update set version = excluded.version")
    {
        Parameters = { new() { Value = view.Name }, new() { Value = view.Version } },
    };
}
