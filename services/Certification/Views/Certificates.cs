using System.Security.Claims;
using Mamis.Certification.Features;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>Opens one certificate for whoever may read it: the holder, and staff who reach the holder (D4).</summary>
public sealed class Certificates(NpgsqlDataSource database, PhysicianFiles files, TimeProvider clock)
{
    /// <summary>The certificate as it is today, with all that happened to it; null when there is none for the caller.</summary>
    public async Task<(CertificateCard Card, CertificateHistory History)?> Find(Guid id, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var card = await database.Find<CertificateCard>("select * from certificate_card where id = @Id", new { Id = id }, cancellation);

        if (card is null || !await MayRead(card, user, cancellation))
        {
            return null;
        }

        var history = await CertificateHistory.Of(id, database, cancellation);

        return (history.On(clock.Today(), card), history);
    }

    /// <summary>Staff see name and birth date on the paper, so the holder sees that they looked; one's own look leaves no trace.</summary>
    public Task NoteLook(CertificateCard card, ClaimsPrincipal user, CancellationToken cancellation) => card.PhysicianId == user.Subject()
        ? Task.CompletedTask
        : database.Do(CertificateLooks.Insert, CertificateLooks.By(user, card.PhysicianId, clock.GetUtcNow()), cancellation);

    private async Task<bool> MayRead(CertificateCard card, ClaimsPrincipal user, CancellationToken cancellation) =>
        card.PhysicianId == user.Subject()
        || user.Reaches((await files.Load(new(card.PhysicianId), card.Scheme, cancellation)).Standing);
}
