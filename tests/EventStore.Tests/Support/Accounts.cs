using Dapper;
using Mamis.EventStore.Tests.Domain;
using Mamis.Kernel;

namespace Mamis.EventStore.Tests.Support;

/// <summary>What tests say of accounts.</summary>
public static class Accounts
{
    public static UnitsPosted Posted(decimal units = 1, UnitKind kind = UnitKind.Basic) =>
        new(units, kind, new DateTimeOffset(2026, 5, 10, 4, 0, 0, TimeSpan.Zero));

    public static AccountOpened Opened() => new(new PhysicianId(Guid.CreateVersion7()), new DateOnly(2025, 4, 1));

    public static Task Append(this IEventStore store, Guid id, long expectedVersion, params object[] events) =>
        store.Append(new Changes().Append<Account>(id, expectedVersion, events), CancellationToken.None);

    public static Task<EventStream<Account>> Load(this IEventStore store, Guid id) =>
        store.Load<Account>(id, CancellationToken.None);

    public static Changes OnEach(this IEnumerable<Guid> ids, long expectedVersion, params object[] events) =>
        ids.Aggregate(new Changes(), (changes, id) => changes.Append<Account>(id, expectedVersion, events));

    public static Guid[] New(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];

    public static async Task<AccountCard?> Card(this StoreHost host, Guid id, string table = "account_cards") =>
        await host.Database.Query<AccountCard>($"select * from {table} where id = @id", new { id }) is [var card] ? card : null;

    public static async Task<long> Count(this StoreHost host, string from) =>
        (await host.Database.Query<long>($"select count(*) from {from}"))[0];

    public static async Task<IReadOnlyList<TRow>> Query<TRow>(this Npgsql.NpgsqlDataSource database, string sql, object? values = null)
    {
        await using var connection = await database.OpenConnectionAsync();
        return [.. await connection.QueryAsync<TRow>(sql, values)];
    }
}
