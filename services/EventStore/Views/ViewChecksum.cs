using System.Globalization;
using Npgsql;

namespace Mamis.EventStore.Views;

/// <summary>A number over all rows of a view's tables, whatever their order: equal rows, equal number.</summary>
public static class ViewChecksum
{
    public static async Task<string> Of(NpgsqlDataSource database, IView view, CancellationToken cancellation)
    {
        var sums = new List<string>();

        foreach (var table in view.Tables)
        {
            await using var command = database.CreateCommand(
                $"select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from {table} t");
            sums.Add(Convert.ToString(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) ?? string.Empty);
        }

        return string.Join(' ', sums);
    }
}
