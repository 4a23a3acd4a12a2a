using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Eligibility;
using Mamis.Certification.Domain.Fees;
using Mamis.Certification.Domain.Rounds;
using Mamis.Certification.Views;
using Mamis.Certification.Views.Rounds;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features;

/// <summary>Hands an application in: held against the rules of the day, then the ledger is asked for the counted entries.</summary>
public static class SubmitApplication
{
    /// <param name="PresentTermTo">Last day of the certificate's term; null where there is none yet.</param>
    /// <param name="RegistrationUnchecked">The prefecture has not compared the person with the licence yet (rule A2).</param>
    /// <param name="Rounds">The intake rounds as the first desk has them; none where there is no calendar.</param>
    public sealed record Command(
        ApplicationKey Application, PhysicianId By, DateOnly Today, Standing? Standing, Domain.Eligibility.Answer Evaluation,
        DateOnly? PresentTermTo = null, bool RegistrationUnchecked = false, IReadOnlyList<RoundAtDesk>? Rounds = null);

    public static Decision Decide(Application application, Command command) => application switch
    {
        _ when application.Applicant != command.By => Refusals.ApplicationUnknown,
        { Status: ApplicationStatus.AwaitingCredits or ApplicationStatus.AtDesk } => Decision.Nothing,
        { IsOver: true } => Refusals.ApplicationOver,
        _ when command.Standing is null => Refusals.PhysicianUnknown,
        _ when command.RegistrationUnchecked => Refusals.RegistrationUnchecked,
        _ => Decision.RefuseOr(command.Evaluation.Reasons, () => Decision.Append(
            [Submission(application, command, command.Standing), .. Intake(application, command)])),
    };

    /// <summary>The round of the day: whoever submits again in time stays in it, whoever is late goes with the next.</summary>
    private static IEnumerable<object> Intake(Application application, Command command)
    {
        var round = (command.Rounds ?? []).OpenOn(command.Today);

        return round == application.IntakeRound ? [] : [new IntakeRoundAssigned(round)];
    }

    private static ApplicationSubmitted Submission(Application application, Command command, Standing standing) => new(
        application.Applicant,
        application.Scheme,
        application.Kind,
        application.Round + 1,
        command.Application.ReceiptNumber,
        command.Today,
        [.. command.Evaluation.Credits.Where(it => it.Counts).Select(it => it.Credit.EntryId).OfType<Guid>()],
        application.Round > 0 ? application.Desks : DeskRoute.Of(standing),
        FeeRules.On(command.Today).Amount,
        command.Evaluation.Flags.Contains(Flags.PaperOriginalRequired),
        command.Evaluation.RuleVersions,
        application.Kind == ApplicationKind.Renewal ? command.PresentTermTo : null);

    /// <param name="Fee">What is to be paid to the first desk.</param>
    /// <param name="TransferReference">What to write before the payer's name on a transfer.</param>
    public sealed record Answer(string ReceiptNumber, ApplicationStatus Status, int Fee, string TransferReference);

    /// <summary>What a submission is held against.</summary>
    public sealed record Tools(IEventStore Store, PhysicianFiles Files, IntakeCalendar Calendar, TimeProvider Clock);

    public static async Task<Results<Accepted<Answer>, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, [AsParameters] Tools tools, CancellationToken cancellation)
    {
        var today = tools.Clock.Today();
        var read = (await tools.Store.Load<Application>(id, cancellation)).State;
        var file = await tools.Files.Load(read.Applicant, read.Scheme, cancellation);
        var evaluation = Examination.Of(file.ToCase(read.Kind, today, id, read.Documents));
        var rounds = await tools.Calendar.At(read.Desks is [var first, ..] ? first : file.Standing?.Desk, read.Scheme, cancellation);
        var command = new Command(new(id), new(user.Subject()), today, file.Standing, evaluation, file.Certificate?.To, file.RegistrationUnchecked, rounds);

        try
        {
            var decision = await tools.Store.DecideAsync<Application>(id, it => Decide(it, command), cancellation);

            return decision.IsRefused
                ? decision.ToProblem()
                : TypedResults.Accepted($"/applications/{id}", new Answer(
                    command.Application.ReceiptNumber, ApplicationStatus.AwaitingCredits, FeeRules.On(today).Amount, TransferReference.Of(command.Application).Digits));
        }
        catch (Exception e) when (ApplicationCaseView.IsSecondOpen(e))
        {
            return Reasons.ApplicationPending.ToProblem();
        }
    }
}
