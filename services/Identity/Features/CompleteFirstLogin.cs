using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features;

/// <summary>Completes the registration of the my-page: identity, terms, own password; the account works at once (rules A1, A2; not A4).</summary>
public static class CompleteFirstLogin
{
    /// <param name="IdentityConfirmed">Register number and birth date are those of the person the postcard was made out to.</param>
    /// <param name="Terms">Version accepted.</param>
    /// <param name="CurrentTerms">Version in force.</param>
    /// <param name="InputReasons">What is wrong with e-mail address and password.</param>
    /// <param name="EmailChanged">Whether the address differs from the one in the document.</param>
    public sealed record Command(
        bool IdentityConfirmed, string Terms, string CurrentTerms, IReadOnlyList<Refusal> InputReasons, bool EmailChanged);

    public static Decision Decide(Physician physician, Command command) => physician switch
    {
        { IsRegistered: false } => Refusals.PhysicianUnknown,
        { IsActive: true } => Refusals.MyPageActive,
        _ => Decision.RefuseOr(Reasons(command), () => Decision.Append(
        [
            .. command.EmailChanged ? new object[] { new PersonalDataChanged([PersonalItem.Email]) } : [],
            new ConsentGiven(command.Terms),
            new MyPageActivated(),
        ])),
    };

    public sealed record Request(string LicenceNumber, DateOnly BirthDate, string TermsVersion, string Email, string Password);

    /// <summary>What a first login works with.</summary>
    public sealed record Tools(
        IEventStore Store, People People, Accounts Accounts, Attempts Attempts, Sessions Sessions, ProvisionalLogins Postcards,
        AccountMails Mails, TimeProvider Clock);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, [AsParameters] Tools tools, CancellationToken cancellation)
    {
        var id = new PhysicianId(user.Subject());
        var counted = $"first-login:{id.Value}";

        if (await tools.People.Find(id.Value, cancellation) is not { } person
            || await tools.Postcards.LoginOf(id.Value, cancellation) is not { } login)
        {
            return Refusals.PhysicianUnknown.ToProblem();
        }

        if (!await tools.Attempts.Take(counted, cancellation))
        {
            return Refusals.LoginMustWait.ToProblem();
        }

        var stream = await tools.Store.Load<Physician>(id.Value, cancellation);
        var email = EmailAddress.Read(request.Email);
        var decision = Decide(stream.State, Understand(request, person, login, email, tools.Clock));

        if (!decision.Refusals.Contains(Refusals.IdentityNotConfirmed))
        {
            // Only guessing who somebody is counts, not looking for a good password.
            await tools.Attempts.Forget(counted, cancellation);
        }

        if (decision.IsRefused)
        {
            return decision.ToProblem();
        }

        // The account first: when the events then fail, the postcard still serves, and the next try sets the password anew.
        if (await tools.Accounts.Create(id.Value, login, email, request.Password) is { Count: > 0 } reasons)
        {
            return reasons.ToProblem();
        }

        var changes = new Changes()
            .Append<Physician>(id.Value, stream.Version, decision.Events)
            .Write(People.Store([person with { Email = email }]))
            .Write(ProvisionalLogins.UseUp(id))
            .Write(tools.Sessions.Promote(id, user.Session()));
        await tools.Store.Append(tools.Mails.Tell(changes, AccountMailKind.EmailConfirmation, id.Value, email), cancellation);
        return TypedResults.NoContent();
    }

    private static Command Understand(Request request, Person person, string login, string? email, TimeProvider clock) => new(
        LicenceNumber.Read(request.LicenceNumber) == person.LicenceNumber && request.BirthDate == person.BirthDate,
        request.TermsVersion,
        Terms.On(clock.Today()).Version,
        [
            .. email is null ? [Refusals.EmailInvalid] : Array.Empty<Refusal>(),
            .. PasswordRules.Reasons(request.Password, secondFactor: false, OwnWords.Of(person, login, request.Email)),
        ],
        EmailChanged: email != person.Email);

    private static IReadOnlyList<Refusal> Reasons(Command command) =>
    [
        .. command.IdentityConfirmed ? [] : new[] { Refusals.IdentityNotConfirmed },
        .. command.Terms == command.CurrentTerms ? [] : new[] { Refusals.TermsNotCurrent },
        .. command.InputReasons,
    ];
}
