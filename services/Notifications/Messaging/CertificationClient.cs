using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Messaging;

/// <summary>What only Certification knows, asked for many at once and by id: what certificates lack, and which applications wait for fee or handbook.</summary>
public sealed class CertificationClient(HttpClient http)
{
    private const int MostAtOnce = 1_000;

    /// <summary>By certificate; those it does not know are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, CreditsOfCertificate>> MissingCredits(
        DateOnly asOf, IEnumerable<Guid> certificates, CancellationToken cancellation)
    {
        var answers = new Dictionary<Guid, CreditsOfCertificate>();

        foreach (var certificateIds in certificates.Distinct().Chunk(MostAtOnce))
        {
            foreach (var it in await Ask<CreditsOfCertificate>("/internal/missing-credits", new { asOf, certificateIds }, cancellation))
            {
                answers[it.CertificateId] = it;
            }
        }

        return answers;
    }

    /// <summary>Applications that came to their first desk by that day and still lack something; one page after an application.</summary>
    public Task<IReadOnlyList<WaitingApplication>> AwaitedReceipts(DateOnly before, Guid? after, CancellationToken cancellation) =>
        Ask<WaitingApplication>("/internal/awaited-receipts", new { before, after }, cancellation);

    /// <summary>Desks with open cases and a deadline in an intake round that is near or has passed; one page after a desk.</summary>
    public Task<IReadOnlyList<DeskDeadline>> DeskDeadlines(DateOnly asOf, DeskDeadline? last, CancellationToken cancellation) => Ask<DeskDeadline>(
        "/internal/desk-deadlines", new { asOf, after = last is null ? null : new { last.Association, last.RoundId } }, cancellation);

    private async Task<IReadOnlyList<TAnswer>> Ask<TAnswer>(string path, object question, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), question, cancellation);
        answer.EnsureSuccessStatusCode();

        return await answer.Content.ReadFromJsonAsync<TAnswer[]>(cancellation) ?? [];
    }
}

/// <summary>What the renewal of a certificate lacks.</summary>
public sealed record CreditsOfCertificate(Guid CertificateId, DateOnly ValidTo, DateOnly UnitsUntil, IReadOnlyList<MissingUnits> Missing);

/// <summary>An application at its first desk, and what that desk awaits.</summary>
public sealed record WaitingApplication(
    Guid ApplicationId, Guid PhysicianId, string Scheme, string Desk, DateOnly Since, bool Fee, bool Original);
