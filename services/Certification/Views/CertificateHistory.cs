using Mamis.Certification.Views.Suspensions;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>All that a certificate's state on any day is read from.</summary>
/// <param name="Terms">Oldest first.</param>
/// <param name="Suspensions">In the order in which they were decided.</param>
public sealed record CertificateHistory(IReadOnlyList<TermRow> Terms, IReadOnlyList<SuspensionRow> Suspensions)
{
    /// <summary>The card as it is on a day: its state, and the suspension that runs or is to come.</summary>
    public CertificateCard On(DateOnly day, CertificateCard card)
    {
        var suspension = Suspensions.LastOrDefault(it => !it.Suspension.IsOver(day));

        return card with
        {
            SuspendedFrom = suspension?.FromDay,
            SuspendedUntil = suspension?.UntilDay,
            State = CertificateStates.On(day, card.Scheme, Terms, Suspensions.Select(it => it.Suspension)),
        };
    }

    public static async Task<CertificateHistory> Of(Guid certificate, NpgsqlDataSource database, CancellationToken cancellation) =>
        (await Of([certificate], database, cancellation))[certificate];

    public static async Task<IReadOnlyDictionary<Guid, CertificateHistory>> Of(
        Guid[] certificates, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var terms = await TermRow.Of(certificates, database, cancellation);
        var suspensions = await SuspensionRow.Of(certificates, database, cancellation);

        return certificates.ToDictionary(it => it, it => new CertificateHistory([.. terms[it]], [.. suspensions[it]]));
    }
}
