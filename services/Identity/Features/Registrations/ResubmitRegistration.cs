using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Identity.Features.Registrations;

/// <summary>The physician corrects a registration that is not confirmed yet, with another image of the licence.</summary>
public static class ResubmitRegistration
{
    public sealed record Command(IReadOnlyList<PersonalItem> Changed, string WorkplacePrefecture);

    public static Decision Decide(Physician physician, Command command) => physician.Registration switch
    {
        null => Refusals.RegistrationUnknown,
        RegistrationState.Confirmed => Refusals.RegistrationSettled,
        _ => Decision.Append(
        [
            new RegistrationResubmitted(),
            .. command.Changed.Count > 0 ? new object[] { new PersonalDataChanged(command.Changed) } : [],
            .. Moved(physician.Standing, command.WorkplacePrefecture),
        ]),
    };

    /// <summary>A county may have taken the physician in meanwhile; only the workplace is corrected.</summary>
    private static IEnumerable<object> Moved(Standing? standing, string prefecture) => standing is null || standing.WorkplacePrefecture == prefecture
        ? []
        : [new WorkplaceChanged(standing.County, standing.Prefecture, standing.Jma, prefecture)];

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        HttpRequest request, ClaimsPrincipal user, [AsParameters] RegisterSelf.Tools tools, CancellationToken cancellation)
    {
        var (form, refusals) = await RegistrationForm.Read(request, tools.Clock.Today(), [], cancellation);

        if (form is null)
        {
            return refusals.ToProblem();
        }

        var id = user.Subject();

        if (await tools.People.Find(id, cancellation) is not { } known)
        {
            return Refusals.RegistrationUnknown.ToProblem();
        }

        // The e-mail address is the login, and changes with the credentials only.
        var person = form.Person with { PhysicianId = id, Email = known.Email };

        try
        {
            var decision = await tools.Store.DecideAsync<Physician>(
                id,
                it => Decide(it, new(known.DifferencesTo(person), form.WorkplacePrefecture)),
                changes => changes.Write(People.Store([person])).Write(tools.Images.Store(id, form)),
                cancellation);

            return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return Refusals.NumberKnown.ToProblem();
        }
    }
}
