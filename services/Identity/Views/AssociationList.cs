using Dapper;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.Identity.Views;

/// <summary>The register of associations, for everybody who has to name one.</summary>
public sealed class AssociationList : IInlineView
{
    /// <summary>One association. Its tier follows from its code.</summary>
    public sealed record Item(string Code, string Name)
    {
        public Tier? Tier => Association.TierOf(Code);
    }

    public string Name => "association-list";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["association_list"];

    public string Schema =>
        """
        create table if not exists association_list (
            code text primary key,
            name text not null
        );
        """;

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        yield return Sql.ForEach(
            """
            insert into association_list (code, name) select code, name from rows
            on conflict (code) do update set name = excluded.name
            """,
            from e in events
            let item = e.Data switch
            {
                AssociationListed it => new Item(it.Code, it.Name),
                AssociationRenamed it => new Item(it.Code, it.Name),
                _ => null,
            }
            where item is not null
            group item by item.Code into same
            select new { Code = same.Key, same.Last().Name });
    }

    /// <summary>The codes of all associations.</summary>
    public static async Task<IReadOnlySet<string>> Codes(NpgsqlDataSource database, CancellationToken cancellation) =>
        (await Get(database, cancellation)).Select(it => it.Code).ToHashSet();

    /// <summary>Prefectures and counties in the order of their codes, the JMA last.</summary>
    public static async Task<IEnumerable<Item>> Get(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QueryAsync<Item>(new CommandDefinition(
            "select code, name from association_list order by code collate \"C\"", cancellationToken: cancellation));
    }
}
