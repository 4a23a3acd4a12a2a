using System.Security.Claims;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>Who of the staff printed a physician's certificate, for the physician to see (D4).</summary>
public sealed record CertificateLooks(IReadOnlyList<CertificateLooks.Look> Accesses)
{
    public const string Table =
        """
        create table if not exists certificate_access (
            physician_id uuid not null, staff_id uuid not null, association text not null, at timestamptz not null);
        create index if not exists certificate_access_physician on certificate_access (physician_id, at desc);
        """;

    public const string Insert =
        "insert into certificate_access (physician_id, staff_id, association, at) values (@Physician, @Staff, @Association, @At)";

    private const string Last =
        "select staff_id, association, 'certificate' as what, at from certificate_access where physician_id = @Physician order by at desc limit 1000";

    /// <summary>One look: by association; the id tells two members of staff apart and names nobody.</summary>
    public sealed record Look
    {
        public Guid StaffId { get; init; }

        public string Association { get; init; } = "";

        public string What { get; init; } = "";

        public DateTimeOffset At { get; init; }
    }

    public static object By(ClaimsPrincipal user, Guid physician, DateTimeOffset at) =>
        new { Physician = physician, Staff = user.Subject(), Association = user.AssociationCode(), At = at };

    /// <summary>The last thousand, for the physician alone.</summary>
    public static async Task<Ok<CertificateLooks>> Mine(ClaimsPrincipal user, NpgsqlDataSource database, CancellationToken cancellation) =>
        TypedResults.Ok(new CertificateLooks(await database.List<Look>(Last, new { Physician = user.Subject() }, cancellation)));
}
