using Mamis.Certification.Domain;
using Mamis.Certification.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Features.Paper;

/// <summary>Says to anybody what a printed certificate is worth: whether we signed it, what happened since, and whether its name is the one we printed.</summary>
public static class CheckPaper
{
    private const int LongestName = 200;

    /// <param name="Snapshot">What the code on the paper holds.</param>
    /// <param name="Name">The name as it stands on the paper; with the birth date, or neither.</param>
    /// <param name="BirthDate">The birth date as it stands on the paper.</param>
    public sealed record Request(string? Snapshot = null, string? Name = null, DateOnly? BirthDate = null);

    /// <summary>Without name and birth date, which never stand in an address.</summary>
    public static Task<Results<Ok<SnapshotCheck>, ProblemHttpResult>> Get(
        string? snapshot, SnapshotKeys keys, NpgsqlDataSource database, TimeProvider clock, HttpResponse response, CancellationToken cancellation) =>
        Handle(new(snapshot), keys, database, clock, response, cancellation);

    public static async Task<Results<Ok<SnapshotCheck>, ProblemHttpResult>> Handle(
        Request request, SnapshotKeys keys, NpgsqlDataSource database, TimeProvider clock, HttpResponse response, CancellationToken cancellation)
    {
        Refusal[] mistakes = [.. Mistakes(request)];

        if (mistakes.Length > 0)
        {
            return mistakes.ToProblem();
        }

        response.Headers.CacheControl = "no-store";
        var published = await keys.Published(cancellation);

        if (await SnapshotToken.Read(request.Snapshot?.Trim() ?? string.Empty, published.Select(it => it.ToSecurityKey())) is not { } paper)
        {
            return TypedResults.Ok(SnapshotCheck.NotOurs);
        }

        return await Verification.Find(paper.Number, paper.Scheme, clock.Today(), database, cancellation) is { } today
            ? TypedResults.Ok(SnapshotCheck.Of(paper, today, Matches(request, paper)))
            : Refusals.CertificateUnknown.ToProblem();
    }

    private static bool? Matches(Request request, Snapshot paper) => request is { Name: { } name, BirthDate: { } birthDate }
        ? PersonDigest.Of(name, birthDate, paper.Number, paper.IssuedOn) == paper.Person
        : null;

    private static IEnumerable<Refusal> Mistakes(Request request)
    {
        if (string.IsNullOrWhiteSpace(request.Snapshot))
        {
            yield return BadInput.MissingField.For("snapshot");
        }

        if (request.Name is { Length: > LongestName })
        {
            yield return BadInput.InvalidField.For("name");
        }

        if (request.BirthDate is not null && string.IsNullOrWhiteSpace(request.Name))
        {
            yield return BadInput.MissingField.For("name");
        }

        if (request.BirthDate is null && !string.IsNullOrWhiteSpace(request.Name))
        {
            yield return BadInput.MissingField.For("birthDate");
        }
    }
}
