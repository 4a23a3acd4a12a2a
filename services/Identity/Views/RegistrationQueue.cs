using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Identity.Views;

/// <summary>Self-registrations a desk has to compare with the licence, the oldest first.</summary>
public sealed record RegistrationQueue(IReadOnlyList<RegistrationQueue.Waiting> Registrations)
{
    /// <summary>As many as a desk gets at once; the settled ones make room for the next.</summary>
    private const int Shown = 100;

    /// <summary>One registration, with what stands on the licence.</summary>
    public sealed record Waiting(
        Guid PhysicianId, string LicenceNumber, string FamilyName, string GivenName, string FamilyNameKana, string GivenNameKana,
        DateOnly BirthDate, string? WorkplaceName, string WorkplacePrefecture, DateTimeOffset RegisteredAt);

    public static async Task<Ok<RegistrationQueue>> Get(
        ClaimsPrincipal user, NpgsqlDataSource database, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var waiting = await database.List<Waiting>(
            $"""
            select p.physician_id, p.licence_number, p.family_name, p.given_name, p.family_name_kana, p.given_name_kana, p.birth_date,
                   p.workplace_name, c.workplace_prefecture, c.registered_at
            from physician_card c join person p using (physician_id)
            where c.registration = '{RegistrationState.Pending}' and {Reach.Condition(user.AssociationCode())}
            order by c.registered_at, p.physician_id limit @Shown
            """,
            new { association = user.AssociationCode(), Shown },
            cancellation);
        await store.Append(
            new Changes().Write(AccessLog.By(user, AccessLog.Registration, clock.GetUtcNow(), waiting.Select(it => it.PhysicianId))), cancellation);

        return TypedResults.Ok(new RegistrationQueue(waiting));
    }
}
