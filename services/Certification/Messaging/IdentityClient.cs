using Mamis.Kernel;

namespace Mamis.Certification.Messaging;

/// <summary>The name and the birth date that a certificate shows: fetched when it is printed, and never kept here.</summary>
public sealed class IdentityClient(HttpClient http)
{
    /// <summary>Null when Identity knows nobody of this id, or nobody any more.</summary>
    public async Task<Holder?> Holder(PhysicianId physician, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync(
            new Uri("/internal/people", UriKind.Relative), new { ids = new[] { physician.Value } }, cancellation);
        answer.EnsureSuccessStatusCode();

        return (await answer.Content.ReadFromJsonAsync<Holder[]>(cancellation) ?? []).FirstOrDefault();
    }
}

/// <summary>A physician as a certificate names one.</summary>
public sealed record Holder(string FamilyName, string GivenName, DateOnly BirthDate)
{
    public string FullName => $"{FamilyName} {GivenName}".Trim();
}
