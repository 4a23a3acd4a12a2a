using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.Identity.Features.Import;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features.Postcards;

/// <summary>Makes out another postcard, to another address where the last one came back; the one before opens nothing from this moment.</summary>
public static class ReissuePostcard
{
    /// <param name="AddressReasons">What is wrong with the address.</param>
    /// <param name="AddressChanged">Whether it is another than the one known.</param>
    public sealed record Command(DateOnly ExpiresOn, IReadOnlyList<Refusal> AddressReasons, bool AddressChanged, StaffId By);

    public static Decision Decide(Physician physician, Command command) => physician switch
    {
        { IsRegistered: false } => Refusals.PhysicianUnknown,
        { IsActive: true } => Refusals.MyPageActive,
        _ when command.AddressReasons.Count > 0 => Decision.Refuse(command.AddressReasons),
        { PostcardReturnedOn: not null } when !command.AddressChanged => Refusals.PostcardAddressSame,
        _ => Decision.Append(
        [
            .. command.AddressChanged ? new object[] { new PersonalDataChanged([PersonalItem.Address]) } : [],
            new ProvisionalLoginIssued(command.ExpiresOn, command.By),
        ]),
    };

    public sealed record Request(string PostalCode, string Address);

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, People people, TimeProvider clock, CancellationToken cancellation)
    {
        var stream = await store.Load<Physician>(id, cancellation);

        if (stream.State.Standing is not { } standing || !user.Covers(standing) || await people.Find(id, cancellation) is not { } known)
        {
            return Refusals.PhysicianUnknown.ToProblem();
        }

        var (postalCode, address) = (PersonFields.PostalCode(request.PostalCode), PersonFields.Address(request.Address));
        var person = known with { PostalCode = postalCode ?? known.PostalCode, Address = address ?? known.Address };
        var command = new Command(
            clock.Today().AddDays(ProvisionalLogin.Days),
            [
                .. postalCode is null ? [RowCodes.PostalCodeInvalid with { Kind = RefusalKind.Invalid }] : Array.Empty<Refusal>(),
                .. address is null ? [RowCodes.AddressInvalid with { Kind = RefusalKind.Invalid }] : Array.Empty<Refusal>(),
            ],
            person.DifferencesTo(known).Count > 0,
            user.Staff());
        var decision = Decide(stream.State, command);

        if (decision.IsRefused)
        {
            return decision.ToProblem();
        }

        var login = ProvisionalLogin.For(id, command.ExpiresOn);
        await store.Append(
            new Changes()
                .Append<Physician>(id, stream.Version, decision.Events)
                .Write(People.Store([person]))
                .Write(ProvisionalLogins.Void(id))
                .Write(ProvisionalLogin.Store([login]))
                .Write(AccessLog.By(user, AccessLog.Postcard, clock.GetUtcNow(), id)),
            cancellation);
        var addressee = new IssuePostcards.Addressee(id, person.LicenceNumber, person.PostalCode, person.Address, $"{person.FamilyName} {person.GivenName}");
        return TypedResults.File(await PostcardList.Write([(addressee, login)], cancellation), CsvTable.ContentType, "postcard.csv");
    }
}
