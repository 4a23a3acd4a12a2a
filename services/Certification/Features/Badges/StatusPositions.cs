using Mamis.EventStore;
using Npgsql;

namespace Mamis.Certification.Features.Badges;

/// <summary>The place of each certificate number on the status lists: given with its first badge, kept through all renewals, never given again.</summary>
public sealed class StatusPositions(NpgsqlDataSource database)
{
    public const string Table =
        """
        create sequence if not exists credential_position minvalue 0 start 0;
        create table if not exists credential_status (
            certificate_id uuid not null, number text not null, position bigint not null unique default nextval('credential_position'),
            primary key (certificate_id, number));
        """;

    // A new certificate after a loss has a number of its own; the lost one stays revoked.
    private const string Revoked =
        """
        select s.position from credential_status s join certificate_term t on t.certificate_id = s.certificate_id and t.number = s.number
        where s.position between @first and @last and t.lapsed_on <= @today
            and not exists (select from certificate_term l where l.certificate_id = t.certificate_id and l.number = t.number and l.version > t.version)
        """;

    private const string Suspended =
        """
        select distinct s.position from credential_status s join certificate_suspension x on x.certificate_id = s.certificate_id
        where s.position between @first and @last and x.from_day <= @today and coalesce(x.until_day, @today) >= @today
        """;

    public async Task<long> Of(Guid certificate, string number, CancellationToken cancellation)
    {
        await database.Do(
            """
            insert into credential_status (certificate_id, number) select @certificate, @number
            where not exists (select from credential_status where certificate_id = @certificate and number = @number)
            on conflict (certificate_id, number) do nothing
            """,
            new { certificate, number },
            cancellation);

        return await database.Find<long>(
            "select position from credential_status where certificate_id = @certificate and number = @number", new { certificate, number }, cancellation);
    }

    /// <summary>Which bits of a list are set today; null when there is no such list yet.</summary>
    public async Task<IReadOnlyList<int>?> Set(StatusPurpose purpose, long list, DateOnly today, CancellationToken cancellation)
    {
        var (first, last) = (list * Bitstring.Length, ((list + 1) * Bitstring.Length) - 1);

        if (list > 0 && !await database.Find<bool>("select exists (select from credential_status where position >= @first)", new { first }, cancellation))
        {
            return null;
        }

        var set = await database.List<long>(purpose is StatusPurpose.Revocation ? Revoked : Suspended, new { first, last, today }, cancellation);

        return [.. set.Select(it => (int)(it - first))];
    }
}
