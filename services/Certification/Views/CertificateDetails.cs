using System.Security.Claims;
using Dapper;
using Mamis.Certification.Domain;
using Mamis.Certification.Features;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>One certificate with every term it ever had, for the holder and for staff who reach the holder.</summary>
public sealed record CertificateDetails(CertificateCard Certificate, IReadOnlyList<TermRow> Terms)
{
    public static async Task<Results<Ok<CertificateDetails>, ProblemHttpResult>> Get(
        Guid id, ClaimsPrincipal user, PhysicianFiles files, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var card = await connection.QuerySingleOrDefaultAsync<CertificateCard>(new CommandDefinition(
            "select * from certificate_card where id = @Id", new { Id = id }, cancellationToken: cancellation));

        if (card is null || !await MayRead(card, user, files, cancellation))
        {
            return Refusals.CertificateUnknown.ToProblem();
        }

        return TypedResults.Ok(new CertificateDetails(card, await TermRow.Of(id, connection, cancellation)));
    }

    private static async Task<bool> MayRead(CertificateCard card, ClaimsPrincipal user, PhysicianFiles files, CancellationToken cancellation) =>
        card.PhysicianId == user.Subject()
        || user.Reaches((await files.Load(new(card.PhysicianId), card.Scheme, cancellation)).Standing);
}

/// <summary>One term of a certificate, oldest first.</summary>
public sealed record TermRow
{
    public string Number { get; init; } = "";

    public DateOnly ValidFrom { get; init; }

    public DateOnly ValidTo { get; init; }

    public static async Task<IReadOnlyList<TermRow>> Of(Guid certificate, NpgsqlConnection connection, CancellationToken cancellation) =>
        [.. await connection.QueryAsync<TermRow>(new CommandDefinition(
            "select number, valid_from, valid_to from certificate_term where certificate_id = @Certificate order by version",
            new { Certificate = certificate },
            cancellationToken: cancellation))];
}
