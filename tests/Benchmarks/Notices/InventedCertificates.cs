using Npgsql;

namespace Mamis.Benchmarks.Notices;

/// <summary>A country's certificates, as many ending on each day; seven of ten holders are members.</summary>
public static class InventedCertificates
{
    private const string Terms =
        """
        insert into certificate_terms (certificate_id, physician_id, scheme, number, valid_from, valid_to, ended, version)
        select gen_random_uuid(), gen_random_uuid(), case when i % 5 = 0 then 'Sports' else 'Occupational' end, 'S' || i,
            $3 + (i / $2) - 1826, $3 + (i / $2), false, 1
        from generate_series(0, $1 - 1) as i
        """;

    private const string Desks =
        """
        insert into standings (physician_id, desk, desk_prefecture, prefecture, version)
        select physician_id, case when member then '13-001' else '13' end, '13', case when member then '13' end, 1
        from (select physician_id, (right(number, 1))::integer < 7 as member from certificate_terms) as people
        """;

    public static async Task Store(NpgsqlDataSource database, int certificates, int endingADay, DateOnly firstEnd)
    {
        await using var terms = database.CreateCommand(Terms);
        terms.Parameters.Add(new() { Value = certificates });
        terms.Parameters.Add(new() { Value = endingADay });
        terms.Parameters.Add(new() { Value = firstEnd });
        terms.CommandTimeout = 0;
        await terms.ExecuteNonQueryAsync();

        await using var desks = database.CreateCommand($"{Desks}; analyze certificate_terms; analyze standings");
        desks.CommandTimeout = 0;
        await desks.ExecuteNonQueryAsync();
    }
}
