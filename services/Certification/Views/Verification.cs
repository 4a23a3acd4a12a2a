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

        response.Headers.CacheControl = "public, max-age=60";

        return TypedResults.Ok(await Of(card, on ?? clock.Today(), database, cancellation));
    }

    /// <summary>The same for whoever knows the scheme too, so that one number means one certificate.</summary>
    public static async Task<Verification?> Find(
        string number, Scheme scheme, DateOnly day, NpgsqlDataSource database, CancellationToken cancellation)
    {
        const string Query = "select * from certificate_card where number = @Number and scheme = @Scheme";
        var cards = await database.List<CertificateCard>(Query, new { Number = number, Scheme = scheme.ToString() }, cancellation);

        return cards is [var card] ? await Of(card, day, database, cancellation) : null;
    }

    private static async Task<Verification> Of(CertificateCard card, DateOnly day, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var history = await CertificateHistory.Of(card.Id, database, cancellation);

        return new(card.Number, card.Scheme, card.ValidFrom, card.ValidTo, day, history.On(day, card).State);
    }
}
