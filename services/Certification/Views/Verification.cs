using Dapper;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Eligibility;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>What anybody who checks a certificate sees: what it says, and its state on a day. Nobody's name.</summary>
/// <param name="ValidFrom">First day of the latest term, as the present certificate prints it.</param>
/// <param name="State">The state on <paramref name="On"/>.</param>
public sealed record Verification(
    string Number, Scheme Scheme, DateOnly ValidFrom, DateOnly ValidTo, DateOnly On, Verification.Condition State)
{
    public enum Condition
    {
        Valid,

        /// <summary>Expired, but the holder stays recognised under the special measure (rule X1).</summary>
        SpecialMeasure,

        NotYetValid,

        /// <summary>Says nothing of the legal qualification, which rests on the training (rule X10).</summary>
        Expired,
    }

    public static async Task<Results<Ok<Verification>, ProblemHttpResult>> Get(
        string number, string? scheme, DateOnly? on, NpgsqlDataSource database, TimeProvider clock, HttpResponse response, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var cards = (await connection.QueryAsync<CertificateCard>(new CommandDefinition(
            "select * from certificate_card where number = @Number", new { Number = number }, cancellationToken: cancellation)))
            .Where(it => scheme is null || Codes.Of(it.Scheme) == scheme).ToArray();

        if (cards is not [var card])
        {
            return (cards is [] ? Refusals.CertificateUnknown : Refusals.NumberAmbiguous).ToProblem();
        }

        var day = on ?? clock.Today();
        var terms = (await TermRow.Of(card.Id, connection, cancellation)).Select(it => new Term(it.ValidFrom, it.ValidTo));
        response.Headers.CacheControl = "public, max-age=60";

        return TypedResults.Ok(new Verification(card.Number, card.Scheme, card.ValidFrom, card.ValidTo, day, StateOn(day, card.Scheme, [.. terms])));
    }

    /// <summary>The state on a day, over all terms there ever were.</summary>
    public static Condition StateOn(DateOnly day, Scheme scheme, IReadOnlyList<Term> terms)
    {
        var measure = LatenessRules.On(scheme, day).Measure;

        return terms switch
        {
            _ when terms.Any(it => it.Contains(day)) => Condition.Valid,
            _ when day < terms.Min(it => it.From) => Condition.NotYetValid,
            [.., var last] when last.To < day && measure.Covers(last) && day <= measure.ApplyUntil => Condition.SpecialMeasure,
            _ => Condition.Expired,
        };
    }
}
