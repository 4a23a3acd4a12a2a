using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Identity.Views;

/// <summary>One physician, for the physician and for the staff in whose jurisdiction the physician is.</summary>
/// <param name="PostcardUntil">Last day of the postcard that is out.</param>
/// <param name="PostcardReturnedOn">Day the last one came back, while no other address is known.</param>
public sealed record PhysicianPage(
    Guid PhysicianId, string LicenceNumber, string FamilyName, string GivenName, string FamilyNameKana, string GivenNameKana,
    DateOnly BirthDate, string? Email, string PostalCode, string Address, string? WorkplaceName, bool Active, Standing Standing,
    RegistrationState? Registration, DateOnly? PostcardUntil, DateOnly? PostcardReturnedOn)
{
    private const string Select =
        """
        select p.physician_id, p.licence_number, p.family_name, p.given_name, p.family_name_kana, p.given_name_kana, p.birth_date,
               p.email, p.postal_code, p.address, p.workplace_name, c.active, c.county, c.prefecture, c.jma, c.workplace_prefecture, c.registration,
               c.provisional_until as postcard_until, c.postcard_returned_on
        from person p join physician_card c using (physician_id)
        where p.physician_id = @id
        """;

    public static async Task<Results<Ok<PhysicianPage>, ProblemHttpResult>> Get(
        string id, ClaimsPrincipal user, NpgsqlDataSource database, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        if (Whose(id, user) is not { } physician)
        {
            return Refusals.PhysicianUnknown.ToProblem();
        }

        var page = (await database.Find<Row>(Select, new { id = physician.Value }, cancellation))?.ToPage();

        if (page is null || !(user.Physician() == physician || user.Covers(page.Standing)))
        {
            return Refusals.PhysicianUnknown.ToProblem();
        }

        if (user.Physician() != physician)
        {
            await store.Append(new Changes().Write(AccessLog.By(user, AccessLog.Record, clock.GetUtcNow(), physician.Value)), cancellation);
        }

        return TypedResults.Ok(page);
    }

    /// <summary>The physician meant: <c>me</c> is whoever calls, another id is for staff only.</summary>
    public static PhysicianId? Whose(string id, ClaimsPrincipal user) => user.Physician() switch
    {
        { } self => id == "me" || (Guid.TryParse(id, out var own) && own == self.Value) ? self : null,
        null => Guid.TryParse(id, out var other) ? new PhysicianId(other) : null,
    };

    private sealed record Row(
        Guid PhysicianId, string LicenceNumber, string FamilyName, string GivenName, string FamilyNameKana, string GivenNameKana,
        DateOnly BirthDate, string? Email, string PostalCode, string Address, string? WorkplaceName, bool Active,
        string? County, string? Prefecture, bool Jma, string WorkplacePrefecture, string? Registration,
        DateOnly? PostcardUntil, DateOnly? PostcardReturnedOn)
    {
        public PhysicianPage ToPage() => new(
            PhysicianId, LicenceNumber, FamilyName, GivenName, FamilyNameKana, GivenNameKana, BirthDate, Email, PostalCode, Address,
            WorkplaceName, Active, new(County, Prefecture, Jma, WorkplacePrefecture),
            Enum.TryParse<RegistrationState>(Registration, out var state) ? state : null, PostcardUntil, PostcardReturnedOn);
    }
}
