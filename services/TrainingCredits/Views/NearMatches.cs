using Mamis.EventStore;
using Mamis.TrainingCredits.Domain;
using Npgsql;

namespace Mamis.TrainingCredits.Views;

/// <summary>Finds physicians near to held rows: one query for a page of rows, over register numbers and birth dates.</summary>
public static class NearMatches
{
    private const string Candidates =
        """
        select p.*, true as is_active
        from person p left join my_page m using (physician_id)
        where (p.active or m.physician_id is not null) and (p.licence_number = any(@numbers) or p.birth_date = any(@days))
        """;

    public static async Task<IReadOnlyList<SuspendedRow>> Beside(
        IReadOnlyList<SuspendedRow> rows, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var arguments = new
        {
            numbers = rows.Select(it => it.LicenceNumber).Distinct().ToArray(),
            days = rows.Select(it => it.BirthDate).OfType<DateOnly>().Distinct().ToArray(),
        };
        var people = (await database.List<PersonRow>(Candidates, arguments, cancellation)).Select(it => it.ToPerson()).ToArray();
        var byNumber = people.ToLookup(it => it.LicenceNumber);
        var byBirthDate = people.ToLookup(it => it.BirthDate);

        return [.. rows.Select(it => it with { NearMatches = Near(it, byNumber, byBirthDate) })];
    }

    private static IReadOnlyList<NearMatch> Near(
        SuspendedRow row, ILookup<string, Person> byNumber, ILookup<DateOnly, Person> byBirthDate) =>
    [
        .. from person in byNumber[row.LicenceNumber].Concat(row.BirthDate is { } day ? byBirthDate[day] : []).Distinct()
           let nearness = person.NearTo(row.LicenceNumber, row.FamilyName, row.GivenName, row.BirthDate)
           where nearness is not null
           select new NearMatch(
               person.Id.Value, person.LicenceNumber, person.FamilyName, person.GivenName, nearness.Value, person.BirthDate == row.BirthDate),
    ];
}
