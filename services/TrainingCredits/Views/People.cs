using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;
using Npgsql;

namespace Mamis.TrainingCredits.Views;

/// <summary>
/// Own copy of what Identity knows of physicians, to match rows by. Tables and not views of events, because names are
/// in no event; an erasure deletes the row, and the credits stay.
/// </summary>
public static class People
{
    public const string Tables =
        """
        create table if not exists person (
            physician_id   uuid    primary key,
            version        bigint  not null,
            licence_number text    not null,
            family_name    text    not null,
            given_name     text    not null,
            birth_date     date    not null,
            active         boolean not null
        );

        create index if not exists person_licence_number on person (licence_number);
        create index if not exists person_birth_date on person (birth_date);

        -- Told apart from the copy, since a registration carries no version and may arrive before the copy.
        create table if not exists my_page (physician_id uuid primary key);

        create table if not exists standing (
            physician_id         uuid    primary key,
            version              bigint  not null,
            county               text    null,
            prefecture           text    null,
            jma                  boolean not null,
            workplace_prefecture text    not null
        );
        """;

    /// <summary>The person behind the register number <c>n.licence_number</c>; an account in use goes before an abandoned one.</summary>
    public const string Behind =
        """
        cross join lateral (
            select p.*, (p.active or m.physician_id is not null) as is_active
            from person p left join my_page m using (physician_id)
            where p.licence_number = n.licence_number
            order by (p.active or m.physician_id is not null) desc, p.version desc
            limit 1) p
        """;

    /// <summary>Where the physician <c>e.physician_id</c> belongs, and whether the caller's association reaches there (D4).</summary>
    public const string Covered =
        """
        join standing s on s.physician_id = e.physician_id and (
            @association = 'JMA'
            or s.county = @association
            or @association = case when s.county is null then s.workplace_prefecture else left(s.county, 2) end)
        """;

    private const string Keep =
        """
        insert into person (physician_id, version, licence_number, family_name, given_name, birth_date, active)
        select physician_id, version, licence_number, family_name, given_name, birth_date, active from rows
        on conflict (physician_id) do update set
            version = excluded.version, licence_number = excluded.licence_number, family_name = excluded.family_name,
            given_name = excluded.given_name, birth_date = excluded.birth_date, active = excluded.active
        where excluded.version > person.version
        """;

    /// <summary>Writes copies; one made from an older version changes nothing.</summary>
    public static Sql Kept(IEnumerable<Person> people) => Sql.ForEach(Keep, people.Select(it => new
    {
        PhysicianId = it.Id,
        it.Version,
        it.LicenceNumber,
        it.FamilyName,
        it.GivenName,
        it.BirthDate,
        it.Active,
    }));

    /// <summary>Everybody behind these register numbers, with one query.</summary>
    public static async Task<IReadOnlyDictionary<string, Person>> ByNumber(
        this NpgsqlDataSource database, IReadOnlyCollection<string> numbers, CancellationToken cancellation)
    {
        const string sql = $"select p.* from unnest(@numbers) as n (licence_number) {Behind}";
        var rows = await database.List<PersonRow>(sql, new { numbers = numbers.ToArray() }, cancellation);
        return rows.ToDictionary(it => it.LicenceNumber, it => it.ToPerson());
    }

    /// <summary>The physician as this service knows them; null once they are erased.</summary>
    public static async Task<Person?> ById(this NpgsqlDataSource database, Guid physician, CancellationToken cancellation) =>
        (await database.Find<PersonRow>(
            """
            select p.*, (p.active or m.physician_id is not null) as is_active
            from person p left join my_page m using (physician_id) where p.physician_id = @physician
            """,
            new { physician },
            cancellation))?.ToPerson();

    public static async Task<Standing?> StandingOf(this NpgsqlDataSource database, Guid physician, CancellationToken cancellation) =>
        await database.Find<Standing>(
            "select county, prefecture, jma, workplace_prefecture as \"WorkplacePrefecture\" from standing where physician_id = @physician",
            new { physician },
            cancellation);
}

/// <summary>A person as a query gives it.</summary>
public sealed record PersonRow
{
    public Guid PhysicianId { get; init; }

    public long Version { get; init; }

    public string LicenceNumber { get; init; } = string.Empty;

    public string FamilyName { get; init; } = string.Empty;

    public string GivenName { get; init; } = string.Empty;

    public DateOnly BirthDate { get; init; }

    public bool IsActive { get; init; }

    public Person ToPerson() => new(new(PhysicianId), Version, LicenceNumber, FamilyName, GivenName, BirthDate, IsActive);
}
