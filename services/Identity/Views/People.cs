using Dapper;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Identity.Views;

/// <summary>The personal documents: read by id or register number, written in the transaction of the events that tell of them.</summary>
public sealed class People(NpgsqlDataSource database)
{
    private const int MostIds = 1_000;

    private const string Columns =
        """
        p.physician_id, p.licence_number, p.family_name, p.given_name, p.family_name_kana, p.given_name_kana, p.birth_date,
        p.email, p.postal_code, p.address, p.workplace_name
        """;

    private const string Upsert =
        """
        insert into person as p (physician_id, licence_number, family_name, given_name, family_name_kana, given_name_kana,
                                 birth_date, email, postal_code, address, workplace_name)
        select physician_id, licence_number, family_name, given_name, family_name_kana, given_name_kana,
               birth_date, email, postal_code, address, workplace_name from rows
        on conflict (physician_id) do update set
            licence_number = excluded.licence_number, family_name = excluded.family_name, given_name = excluded.given_name,
            family_name_kana = excluded.family_name_kana, given_name_kana = excluded.given_name_kana,
            birth_date = excluded.birth_date, email = excluded.email, postal_code = excluded.postal_code,
            address = excluded.address, workplace_name = excluded.workplace_name
        where p.* is distinct from excluded.*
        """;

    /// <param name="Reader">The member of staff who will see the answer, where a service asks for somebody's eyes: the physicians are shown the look.</param>
    public sealed record Request(IReadOnlyList<Guid> Ids, AccessLog.Reader? Reader = null);

    /// <summary>A person as other services copy it; a copy of a higher version is newer.</summary>
    public sealed record Copy(
        Guid PhysicianId, long Version, string LicenceNumber, string FamilyName, string GivenName, string FamilyNameKana,
        string GivenNameKana, DateOnly BirthDate, string? Email, string PostalCode, string Address, bool Active);

    public static Sql Store(IEnumerable<Person> people) => Sql.ForEach(Upsert, people);

    public async Task<Person?> Find(Guid id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Person>(new CommandDefinition(
            $"select {Columns} from person p where p.physician_id = @id", new { id }, cancellationToken: cancellation));
    }

    public async Task<IReadOnlyDictionary<string, Person>> ByLicenceNumber(string[] numbers, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var found = await connection.QueryAsync<Person>(new CommandDefinition(
            $"select {Columns} from person p where p.licence_number = any (@numbers)", new { numbers }, cancellationToken: cancellation));
        return found.ToDictionary(it => it.LicenceNumber);
    }

    /// <summary>For other services, which hear ids only. Ids nobody has are left out.</summary>
    public static async Task<Results<Ok<IEnumerable<Copy>>, ProblemHttpResult>> Get(
        Request request, NpgsqlDataSource database, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        if (request.Ids.Count > MostIds)
        {
            return Refusals.TooManyIds.ToProblem();
        }

        if (request.Reader is { } reader)
        {
            await store.Append(new Changes().Write(AccessLog.By(reader, clock.GetUtcNow(), request.Ids)), cancellation);
        }

        await using var connection = await database.OpenConnectionAsync(cancellation);
        return TypedResults.Ok(await connection.QueryAsync<Copy>(new CommandDefinition(
            """
            select p.physician_id, c.version, p.licence_number, p.family_name, p.given_name, p.family_name_kana,
                   p.given_name_kana, p.birth_date, p.email, p.postal_code, p.address, c.active
            from person p join physician_card c using (physician_id)
            where p.physician_id = any (@ids)
            """,
            new { ids = request.Ids.ToArray() },
            cancellationToken: cancellation)));
    }
}
