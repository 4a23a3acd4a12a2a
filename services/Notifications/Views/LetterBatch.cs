using System.Security.Claims;
using System.Text;
using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;
using Mamis.Printing;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Views;

/// <summary>A batch of letters, as pages for window envelopes or as a file for a print shop; addresses are those of the moment.</summary>
public static class LetterBatch
{
    /// <summary>How many letters one document holds, so that it is printed well within the patience of the printer.</summary>
    public const int InOnePart = 200;

    /// <summary>What the physicians are told of the look.</summary>
    private const string Look = "letter";

    private const string Texts =
        """
        select n.physician_id, n.letter_number, t.subject, t.body from notice_cards n join sent_texts t on t.notice_id = n.id
        where n.batch_id = @batch and n.association = @association order by n.scheduled_at, n.id offset @offset limit @limit
        """;

    public static Task<IReadOnlyList<Guid>> Notices(
        Guid batch, string association, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.List<Guid>(
            "select id from notice_cards where batch_id = @batch and association = @association", new { batch, association }, cancellation);

    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Html(
        Guid id, ClaimsPrincipal user, NpgsqlDataSource database, IdentityClient identity, TimeProvider clock, CancellationToken cancellation) =>
        await Of(id, user, database, identity, cancellation) is { Count: > 0 } letters
            ? TypedResults.Content(LetterPages.Of(letters, clock).ToString(), "text/html", Encoding.UTF8)
            : Refusals.BatchUnknown.ToProblem();

    /// <param name="part">Which document of the batch, from 1.</param>
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Pdf(
        Guid id, int? part, ClaimsPrincipal user, NpgsqlDataSource database, IdentityClient identity, Printer printer, TimeProvider clock,
        CancellationToken cancellation)
    {
        var number = part ?? 1;

        if (await Of(id, user, database, identity, cancellation, number) is not { Count: > 0 } letters)
        {
            return Refusals.BatchUnknown.ToProblem();
        }

        var printout = await printer.Print(LetterPages.Of(letters, clock), cancellation);

        return printout.Refusal is { } refusal
            ? refusal.ToProblem()
            : TypedResults.File(printout.Pdf.ToArray(), "application/pdf", $"letters-{id}-{number}.pdf");
    }

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Csv(
        Guid id, ClaimsPrincipal user, NpgsqlDataSource database, IdentityClient identity, CancellationToken cancellation) =>
        await Of(id, user, database, identity, cancellation) is { Count: > 0 } letters
            ? TypedResults.File(await LetterFile.Of(letters, cancellation), CsvTable.ContentType, $"letters-{id}.csv")
            : Refusals.BatchUnknown.ToProblem();

    private static async Task<IReadOnlyList<Letter>> Of(
        Guid batch, ClaimsPrincipal user, NpgsqlDataSource database, IdentityClient identity, CancellationToken cancellation, int? part = null)
    {
        var association = user.AssociationCode();
        long? limit = part is null ? null : InOnePart;
        var offset = part is { } number ? Math.Max(0L, number - 1) * InOnePart : 0;
        var texts = await database.List<Text>(Texts, new { batch, association, offset, limit }, cancellation);
        var people = await identity.Show(texts.Select(it => it.PhysicianId), user, Look, cancellation);
        var sender = await identity.AssociationName(association, cancellation);

        return [.. texts.Where(it => people.ContainsKey(it.PhysicianId)).Select(it => new Letter(people[it.PhysicianId], sender, it.Subject, it.Body, it.LetterNumber))];
    }

    private sealed record Text
    {
        public required Guid PhysicianId { get; init; }

        public string? LetterNumber { get; init; }

        public required string Subject { get; init; }

        public required string Body { get; init; }
    }
}

/// <summary>One letter, ready to print.</summary>
/// <param name="Number">Shown in the window of the envelope, for when it comes back.</param>
public sealed record Letter(Recipient To, string Sender, string Subject, string Body, string? Number);
