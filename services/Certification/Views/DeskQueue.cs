using System.Security.Claims;
using Mamis.Certification.Features;
using Mamis.EventStore;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>What waits at one desk, oldest first.</summary>
public sealed record DeskQueue(string Desk, IReadOnlyList<DeskQueue.Waiting> Applications)
{
    private const int Most = 500;

    /// <param name="AgeInDays">Whole days since it came to this desk.</param>
    public sealed record Waiting(ApplicationCase Application, int AgeInDays);

    public static async Task<Ok<DeskQueue>> Get(
        ClaimsPrincipal user, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var cases = await database.List<ApplicationCase>(
            "select * from application_case where desk = @Desk and status = 'AtDesk' order by changed_at limit @Most",
            new { Desk = user.Desk(), Most },
            cancellation);

        return TypedResults.Ok(new DeskQueue(user.Desk(), [.. cases.Select(it => new Waiting(it, (clock.GetUtcNow() - it.ChangedAt).Days))]));
    }
}
