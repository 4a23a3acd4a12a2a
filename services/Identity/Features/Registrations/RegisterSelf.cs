using System.Security.Cryptography;
using System.Text;
using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.ServiceDefaults.Files;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Identity.Features.Registrations;

/// <summary>
/// Registers a physician whom no association knows (rule A2). The account works at once for reading and trainings;
/// applications wait until the prefecture of the workplace has compared the licence.
/// </summary>
public static class RegisterSelf
{
    /// <param name="WorkplacePrefecture">Two digits; its association is the desk of a non-member.</param>
    /// <param name="Terms">Version accepted.</param>
    /// <param name="CurrentTerms">Version in force.</param>
    /// <param name="PasswordReasons">What is wrong with the password.</param>
    public sealed record Command(string WorkplacePrefecture, string Terms, string CurrentTerms, IReadOnlyList<Refusal> PasswordReasons);

    public static Decision Decide(Physician physician, Command command) => physician.IsRegistered
        ? Refusals.NumberKnown
        : Decision.RefuseOr(
            [.. command.Terms == command.CurrentTerms ? [] : new[] { Refusals.TermsNotCurrent }, .. command.PasswordReasons],
            () => Decision.Append(
                new SelfRegistered(),
                new StandingSet(County: null, Prefecture: null, Jma: false, command.WorkplacePrefecture),
                new ConsentGiven(command.Terms),
                new MyPageActivated(SelfRegistered: true)));

    /// <summary>What a registration works with.</summary>
    public sealed record Tools(
        IEventStore Store, People People, Accounts Accounts, LicenceImages Images, AccountMails Mails, IConfiguration Configuration, TimeProvider Clock);

    /// <summary>Who registered; the e-mail address is the login.</summary>
    public sealed record Answer(Guid PhysicianId);

    public static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        HttpRequest request, [AsParameters] Tools tools, CancellationToken cancellation)
    {
        var (form, refusals) = await RegistrationForm.Read(request, tools.Clock.Today(), ["password", "termsVersion"], cancellation);

        if (form is null)
        {
            return refusals.ToProblem();
        }

        var id = IdOf(form.Person.LicenceNumber, tools.Configuration);
        var stream = await tools.Store.Load<Physician>(id, cancellation);
        var isKnown = (await tools.People.ByLicenceNumber([form.Person.LicenceNumber], cancellation)).Count > 0;
        var (password, terms) = (request.Form["password"].ToString(), request.Form["termsVersion"].ToString());
        var command = new Command(
            form.WorkplacePrefecture, terms, Terms.On(tools.Clock.Today()).Version,
            PasswordRules.Reasons(password, secondFactor: false, OwnWords.Of(form.Person, form.Person.Email)));
        var decision = isKnown ? Refusals.NumberKnown : Decide(stream.State, command);

        if (decision.IsRefused)
        {
            return decision.ToProblem();
        }

        // The account first, as at the first login: when the append fails, the next try with this number meets it and sets the password anew.
        if (await tools.Accounts.Create(id, form.Person.Email ?? string.Empty, form.Person.Email, password) is { Count: > 0 } reasons)
        {
            return reasons.ToProblem();
        }

        try
        {
            var changes = new Changes()
                .Append<Physician>(id, stream.Version, decision.Events)
                .Write(People.Store([form.Person with { PhysicianId = id }]))
                .Write(tools.Images.Store(id, form));
            await tools.Store.Append(tools.Mails.Tell(changes, AccountMailKind.EmailConfirmation, id, form.Person.Email), cancellation);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return Refusals.NumberKnown.ToProblem();
        }

        return TypedResults.Created($"/physicians/{id}", new Answer(id));
    }

    /// <summary>Follows from the register number, so that an interrupted try is continued, and only who has the secret can tell the number from it.</summary>
    private static Guid IdOf(string licenceNumber, IConfiguration configuration)
    {
        var key = Seal.KeyFor("identity registrations", configuration);
        return DeterministicId.From("self-registration", Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(licenceNumber))));
    }
}
