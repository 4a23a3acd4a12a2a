using Dapper;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Eligibility;
using Mamis.Certification.Features;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views.ForNotices;

/// <summary>What the renewal of some certificates lacks in credits on a day: two statements for a thousand of them, and the rules once for each.</summary>
/// <param name="ValidTo">Last day of the term that was looked at.</param>
/// <param name="UnitsUntil">Last day whose units count; later than the term under the special measure (rule X1).</param>
/// <param name="Missing">Nothing, where the credits suffice.</param>
public sealed record MissingCredits(Guid CertificateId, DateOnly ValidTo, DateOnly UnitsUntil, IReadOnlyList<MissingCredits.Shortage> Missing)
{
    private const string Query =
        $"""
        select id, physician_id, scheme, valid_from, valid_to, grace_until from certificate_card where id = any (@ids);

        {CreditRow.Select} and c.physician_id in (select physician_id from certificate_card where id = any (@ids)) order by date, entry_id;
        """;

    public sealed record Request(DateOnly? AsOf = null, IReadOnlyList<Guid>? CertificateIds = null);

    public sealed record Shortage(string Code, int Required, int Counted);

    public static async Task<Results<Ok<IEnumerable<MissingCredits>>, ProblemHttpResult>> Get(
        Request request, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        if (request.CertificateIds is not { Count: <= NoticeFacts.Most } ids)
        {
            return BadInput.InvalidField.For("certificateIds").ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var found = await connection.QueryMultipleAsync(new CommandDefinition(
            Query, new { ids = ids.ToArray() }, cancellationToken: cancellation));
        CardRow[] cards = [.. await found.ReadAsync<CardRow>()];
        var credits = (await found.ReadAsync<CreditRow>()).ToLookup(it => it.PhysicianId);

        return TypedResults.Ok(cards.Select(it => Of(it, [.. credits[it.PhysicianId].Select(row => row.ToCredit())], request.AsOf ?? clock.Today())));
    }

    private static MissingCredits Of(CardRow card, IReadOnlyList<Credit> credits, DateOnly asOf)
    {
        var file = new PhysicianFile
        {
            Physician = new(card.PhysicianId),
            Scheme = card.Scheme,
            Certificate = new(card.ValidFrom, card.ValidTo),
            GraceGranted = card.GraceUntil is not null,
            Credits = credits,
        };
        var answer = Examination.Of(file.ToCase(ApplicationKind.Renewal, asOf, application: default, documents: []));

        return new(
            card.Id,
            card.ValidTo,
            LatenessRules.On(card.Scheme, asOf).LastDayOfUnits(file.Certificate),
            [.. answer.Shortages.Select(it => new Shortage(it.Reason.Code, it.Required, it.Counted))]);
    }

    private sealed record CardRow
    {
        public Guid Id { get; init; }

        public Guid PhysicianId { get; init; }

        public Scheme Scheme { get; init; }

        public DateOnly ValidFrom { get; init; }

        public DateOnly ValidTo { get; init; }

        public DateOnly? GraceUntil { get; init; }
    }
}
