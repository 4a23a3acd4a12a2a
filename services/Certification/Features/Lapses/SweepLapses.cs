using System.Globalization;
using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Features.Lapses;

/// <summary>What a scheduler may call beside the daily sweep. A day to come is only foretold: no title ends before its time.</summary>
public static class SweepLapses
{
    public const string Scope = "sweeps";

    /// <summary>The name under which one node sweeps at a time.</summary>
    public const string Leader = "lapse-sweep";

    public sealed record Request(string? AsOf = null);

    /// <param name="AsOf">The day looked at.</param>
    /// <param name="Lapsed">How many titles end by it that had not ended yet.</param>
    /// <param name="Recorded">False for a day to come.</param>
    public sealed record Answer(DateOnly AsOf, int Lapsed, bool Recorded);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request? request, ClaimsPrincipal user, LapseCertificates lapse, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        if (!user.IsInRole(Roles.JmaStaff) && !user.HasScope(Scope))
        {
            return Refusals.SweepsNotAllowed.ToProblem();
        }

        if (!DateOnly.TryParseExact(request?.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf))
        {
            return (string.IsNullOrWhiteSpace(request?.AsOf) ? Refusals.AsOfMissing : Refusals.AsOfUnreadable).ToProblem();
        }

        await using var lead = await Leadership.TryTake(database, Leader, cancellation);

        if (lead is null)
        {
            return Refusals.SweepUnderWay.ToProblem();
        }

        var record = asOf <= clock.Today();

        return TypedResults.Ok(new Answer(asOf, await lapse.On(asOf, record, cancellation), record));
    }
}
