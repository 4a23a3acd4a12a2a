using System.Globalization;
using System.Text;
using Mamis.Story;
using Npgsql;

namespace Mamis.Benchmarks.Attendance;

/// <summary>Somebody as an attendance list names them.</summary>
public sealed record Somebody(string LicenceNumber, string FamilyName, string GivenName, string BirthDate);

/// <summary>Invented physicians, imported through the gateway, all with a registered my-page, the demonstration's own physician the last.</summary>
/// <remarks>Registering is written into the copies of the two services that ask: 5,000 first logins measure password hashing and nothing else.</remarks>
public static class Crowd
{
    /// <summary>The columns of an import of physicians.</summary>
    public const string ImportHeader =
        "licenceNumber,familyName,givenName,familyNameKana,givenNameKana,birthDate,email,postalCode,address,county,prefecture,jma," +
        "workplacePrefecture,certificateScheme,certificateNumber,validFrom,validTo\r\n";

    private const int FirstNumber = 2_000_000;

    public static async Task<IReadOnlyList<Somebody>> Gather(MeasuredSystem system, int count)
    {
        var jma = await system.Person("jma-staff");
        var invented = Enumerable.Range(FirstNumber, count - 1).Select(Invent).ToArray();
        await jma.PostCsv("/api/identity/imports/physicians", File(invented), null, CancellationToken.None);

        var credits = system.Database("training-credits");
        var certification = system.Database("certification");
        await MeasuredSystem.Until("that everybody is known", async () =>
            await Count(credits, "select count(*) from person where licence_number::bigint >= 2000000") >= count - 1
            && await Count(certification, "select count(*) from physician_copy") >= count - 1);
        await Do(credits, "insert into my_page select physician_id from person on conflict do nothing");
        await Do(certification, "update physician_copy set my_page = true");

        return [.. invented, await Known(await system.Person("physician"))];
    }

    public static async Task<long> Count(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync() as long? ?? 0;
    }

    private static async Task Do(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<Somebody> Known(Actor physician)
    {
        var page = await physician.Get("/api/identity/physicians/me", CancellationToken.None);
        return new(Text("licenceNumber"), Text("familyName"), Text("givenName"), Text("birthDate"));

        string Text(string field) => page?[field]?.GetValue<string>() ?? throw new InvalidOperationException($"The my-page has no {field}.");
    }

    private static Somebody Invent(int number) => new(
        number.ToString(CultureInfo.InvariantCulture), "架空", "一", new DateOnly(1960, 1, 1).AddDays(number % 10_000).ToString("O", CultureInfo.InvariantCulture));

    private static string File(IReadOnlyList<Somebody> people) => people.Aggregate(
        new StringBuilder(ImportHeader),
        (csv, it) => csv.Append(
            CultureInfo.InvariantCulture,
            $"{it.LicenceNumber},{it.FamilyName},{it.GivenName},カクウ,ハジメ,{it.BirthDate},,100-0001,架空都見本区1番地,13-001,13,true,13,,,,\r\n")).ToString();
}
