using Dapper;
using Mamis.Certification.Domain;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>One term of a certificate.</summary>
public sealed record TermRow
{
    public string Number { get; init; } = "";

    public DateOnly ValidFrom { get; init; }

    public DateOnly ValidTo { get; init; }

    /// <summary>The first day without the title; null where the term was renewed or still can be.</summary>
    public DateOnly? LapsedOn { get; init; }

    internal Term Term => new(ValidFrom, ValidTo);

    /// <summary>All terms of a certificate, oldest first.</summary>
    public static async Task<IReadOnlyList<TermRow>> Of(Guid certificate, NpgsqlConnection connection, CancellationToken cancellation) =>
        [.. await connection.QueryAsync<TermRow>(new CommandDefinition(
            "select number, valid_from, valid_to, lapsed_on from certificate_term where certificate_id = @Certificate order by version",
            new { Certificate = certificate },
            cancellationToken: cancellation))];
}
