using Mamis.Certification.Domain;
using Mamis.Contracts.Identity;
using Mamis.Kernel;
using Mamis.Testing;

namespace Mamis.Certification.Tests.Integration;

/// <summary>Invented holders of a sports certificate, members of the county 13-001, in the second of five years.</summary>
internal static class SportsHolders
{
    public static async Task<Guid> SportsHolder(this CertificationApp app)
    {
        var (holder, today) = (Guid.CreateVersion7(), TimeProvider.System.Today());
        await app.Publish(new StandingChanged { PhysicianId = holder, Version = 2, County = "13-001", Prefecture = "13", Jma = true, WorkplacePrefecture = "13", OccurredAt = default });
        await app.Publish(new CertificateOnRecord
        {
            PhysicianId = holder,
            Scheme = "Sports",
            Number = $"S{holder:n}",
            ValidFrom = today.AddYears(-1),
            ValidTo = today.AddYears(4).AddDays(-1),
            OccurredAt = default,
        });
        var certificate = Streams.CertificateOf(new(holder), Scheme.Sports);
        await Eventually.Get(async () => (await app.As(Guid.CreateVersion7(), Roles.CountyStaff, "13-001").GetAsync($"/certificates/{certificate}")).IsSuccessStatusCode ? "known" : null);

        return holder;
    }
}
