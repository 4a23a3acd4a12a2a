using System.Security.Claims;
using Dapper;
using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Identity.Features.Postcards;

/// <summary>Makes out a provisional login for every physician without account or valid postcard (rule A2), as a list for the print shop.</summary>
/// <remarks>Where the last one came back, another waits for another address.</remarks>
public static class IssuePostcards
{
    private const string Waiting =
        """
        select p.physician_id, p.licence_number, p.postal_code, p.address, p.family_name || ' ' || p.given_name as name
        from physician_card c join person p using (physician_id)
        where not c.active and c.postcard_returned_on is null and (c.provisional_until is null or c.provisional_until < @today)
        """;

    public sealed record Command(DateOnly ExpiresOn, StaffId By, DateOnly Today);

    public static Decision Decide(Physician physician, Command command) => physician switch
    {
        { IsRegistered: false } => Refusals.PhysicianUnknown,
        { IsActive: true } => Refusals.MyPageActive,
        { PostcardReturnedOn: not null } => Decision.Nothing,
        { ProvisionalUntil: { } until } when until >= command.Today => Decision.Nothing,
        _ => Decision.Append(new ProvisionalLoginIssued(command.ExpiresOn, command.By)),
    };

    /// <param name="Association">Whose physicians; without it, everybody the caller's association reaches.</param>
    public sealed record Request(string? Association = null);

    /// <summary>Whom a postcard is addressed to.</summary>
    public sealed record Addressee(Guid PhysicianId, string LicenceNumber, string PostalCode, string Address, string Name);

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, NpgsqlDataSource database, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var association = request.Association ?? user.AssociationCode();

        if (Association.TierOf(association) is null || !user.IsAbove(association))
        {
            return (Association.TierOf(association) is null ? Refusals.AssociationUnknown : Refusals.OutOfJurisdiction).ToProblem();
        }

        var today = clock.Today();
        var command = new Command(today.AddDays(ProvisionalLogin.Days), user.Staff(), today);
        var addressees = await WhoWait(association, today, database, cancellation);
        var streams = await store.LoadMany<Physician>([.. addressees.Select(it => it.PhysicianId)], cancellation);
        var changes = new Changes();
        var postcards = new List<(Addressee To, ProvisionalLogin Login)>();

        foreach (var addressee in addressees)
        {
            var stream = streams[addressee.PhysicianId];

            if (Decide(stream.State, command) is { Events.Count: > 0 } decision)
            {
                changes.Append<Physician>(stream.Id, stream.Version, decision.Events);
                postcards.Add((addressee, ProvisionalLogin.For(stream.Id, command.ExpiresOn)));
            }
        }

        changes.Write(ProvisionalLogin.Store(postcards.Select(it => it.Login)));
        changes.Write(AccessLog.By(user, AccessLog.Postcard, clock.GetUtcNow(), postcards.Select(it => it.Login.PhysicianId)));
        await store.Append(changes, cancellation);
        return TypedResults.File(await PostcardList.Write(postcards, cancellation), "text/csv; charset=utf-8", "postcards.csv");
    }

    private static async Task<IReadOnlyList<Addressee>> WhoWait(
        string association, DateOnly today, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<Addressee>(new CommandDefinition(
            $"{Waiting} and {Reach.Condition(association)} order by p.postal_code, p.physician_id",
            new { association, today },
            cancellationToken: cancellation))).AsList();
    }
}
