using Mamis.Certification.Domain;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>What anybody who checks a certificate sees: what it says, and its state on a day. Nobody's name.</summary>
/// <param name="ValidFrom">First day of the latest term, as the present certificate prints it.</param>
/// <param name="State">The state on <paramref name="On"/>.</param>
public sealed record Verification(
    string Number, Scheme Scheme, DateOnly ValidFrom, DateOnly ValidTo, DateOnly On, CertificateState State)
{
    public static async Task<Results<Ok<Verification>, ProblemHttpResult>> Get(
        string number, string? scheme, DateOnly? on, NpgsqlDataSource database, TimeProvider clock, HttpResponse response, CancellationToken cancellation)
    {
        var cards = (await database.List<CertificateCard>("select * from certificate_card where number = @Number", new { Number = number }, cancellation))
            .Where(it => scheme is null || Codes.Of(it.Scheme) == scheme).ToArray();

        if (cards is not [var card])
        {
            return (cards is [] ? Refusals.CertificateUnknown : Refusals.NumberAmbiguous).ToProblem();
        }

        var day = on ?? clock.Today();
        var terms = await TermRow.Of([card.Id], database, cancellation);
        var state = CertificateStates.On(day, card.Scheme, [.. terms[card.Id]]);
        response.Headers.CacheControl = "public, max-age=60";

        return TypedResults.Ok(new Verification(card.Number, card.Scheme, card.ValidFrom, card.ValidTo, day, state));
    }
}
