using System.Security.Claims;
using System.Text.Json;
using Dapper;
using Mamis.Certification.Domain;
using Mamis.Certification.Features;
using Mamis.Certification.Views.Fees;
using Mamis.Certification.Views.Rounds;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>One application with its history, for the applicant and the desks of its route. Folded from the stream, so never behind it.</summary>
/// <param name="Intake">The intake round it goes with, as its first desk has it; null before it is submitted and where there is no calendar.</param>
/// <param name="IntakeToday">The round it would go with if it were submitted today; null while it lies with the desks.</param>
/// <param name="FeeAccount">How to pay the fee and what came of it; null before it is submitted.</param>
public sealed record ApplicationDetails(
    Guid Id, Guid PhysicianId, Scheme Scheme, ApplicationKind Kind, ApplicationStatus Status, string ReceiptNumber, int Round,
    IReadOnlyList<string> Desks, string? Desk, IReadOnlyList<Guid> Entries, int Fee, bool FeePaid, bool PaperOriginalRequired,
    bool PaperOriginalReceived, IReadOnlyList<ApplicationDetails.Document> Documents, IReadOnlyList<ApplicationDetails.Remark> Remarks,
    IReadOnlyList<ApplicationDetails.Step> History, long Version, Guid? CertificateId,
    OwnRound? Intake, OwnRound? IntakeToday, FeeAccount? FeeAccount)
{
    /// <summary>What is read.</summary>
    public sealed record Tools(IEventStore Store, NpgsqlDataSource Database, IntakeCalendar Calendar, TimeProvider Clock, Payees Payees);

    public sealed record Document(Guid Id, DocumentKind Kind, string? Type, DateOnly? CompletedOn);

    /// <summary>What a desk wrote to the physician.</summary>
    public sealed record Remark
    {
        public string Item { get; init; } = "";

        public string Text { get; init; } = "";
    }

    /// <param name="What">The event in kebab case: <c>application-approved</c>.</param>
    public sealed record Step(DateTimeOffset At, string What, string? Desk);

    public static async Task<Results<Ok<ApplicationDetails>, ProblemHttpResult>> Get(
        Guid id, ClaimsPrincipal user, [AsParameters] Tools tools, HttpResponse response, CancellationToken cancellation)
    {
        var (store, database, calendar, clock, payees) = tools;
        var it = (await store.Load<Application>(id, cancellation)).State;

        if (it.Status is ApplicationStatus.None || !(it.Applicant.Value == user.Subject() || (user.IsStaff() && it.Desks.Contains(user.Desk()))))
        {
            return Refusals.ApplicationUnknown.ToProblem();
        }

        var history = await store.ReadStream(id, cancellation);
        var (intake, today) = await calendar.Of(it, clock.Today(), cancellation);
        response.Headers.ETag = $"\"{it.Version}\"";

        return TypedResults.Ok(new ApplicationDetails(
            id, it.Applicant.Value, it.Scheme, it.Kind, it.Status, new ApplicationKey(id).ReceiptNumber, it.Round,
            it.Desks, it.Desk, it.Entries, it.Fee, it.FeePaid, it.PaperOriginalRequired, it.OriginalReceived,
            [.. it.Documents.Select(document => new Document(document.Document.Value, document.Kind, document.Type, document.CompletedOn))],
            await RemarksOf(history, database, cancellation),
            [.. history.Select(StepOf)],
            it.Version,
            await CertificateOf(it, database, cancellation),
            intake,
            today,
            await FeeAccount.Of(id, it, history, payees, database, cancellation)));
    }

    /// <summary>The words of the latest return or rejection.</summary>
    private static async Task<IReadOnlyList<Remark>> RemarksOf(
        IReadOnlyList<StoredEvent> history, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var latest = history.Select(e => e.Data switch
        {
            ApplicationReturned it => it.Remark,
            ApplicationRejected it => it.Remark,
            _ => (RemarkId?)null,
        }).LastOrDefault(it => it is not null);

        await using var connection = await database.OpenConnectionAsync(cancellation);

        return [.. await connection.QueryAsync<Remark>(new CommandDefinition(
            "select item, text from remark where remark_id = @Latest order by position", new { Latest = latest?.Value }, cancellationToken: cancellation))];
    }

    /// <summary>The certificate that the application is about or led to; null while there is none.</summary>
    private static async Task<Guid?> CertificateOf(Application application, NpgsqlDataSource database, CancellationToken cancellation) =>
        (await database.Find<CertificateCard>(
            "select * from certificate_card where id = @Id", new { Id = Streams.CertificateOf(application.Applicant, application.Scheme) }, cancellation))?.Id;

    private static Step StepOf(StoredEvent e) => new(e.Timestamp, JsonNamingPolicy.KebabCaseLower.ConvertName(e.Data.GetType().Name), e.Data switch
    {
        ApplicationAdmitted it => it.Desk,
        ApplicationApproved it => it.Desk,
        ApplicationReturned it => it.Desk,
        _ => null,
    });
}
