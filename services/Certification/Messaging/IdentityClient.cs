using Mamis.Kernel;

namespace Mamis.Certification.Messaging;

/// <summary>Names and birth dates for what is printed or compared: fetched at that moment, and never kept here.</summary>
public sealed class IdentityClient(HttpClient http)
{
    /// <summary>Null when Identity knows nobody of this id, or nobody any more.</summary>
    public async Task<Holder?> Holder(PhysicianId physician, CancellationToken cancellation) =>
        await People<Holder>([physician.Value], cancellation) is [var holder, ..] ? holder : null;

    /// <summary>The kana of up to 1,000 physicians, to compare them with what a bank printed; shown to nobody.</summary>
    public Task<IReadOnlyList<KanaName>> KanaNames(Guid[] physicians, CancellationToken cancellation) => People<KanaName>(physicians, cancellation);

    /// <summary>What an association is called; its code while Identity does not know it.</summary>
    public async Task<string> AssociationName(string code, CancellationToken cancellation)
    {
        var register = await http.GetFromJsonAsync<RegisterEntry[]>(new Uri("/associations", UriKind.Relative), cancellation) ?? [];

        return Array.Find(register, it => it.Code == code)?.Name ?? code;
    }

    private async Task<IReadOnlyList<TPerson>> People<TPerson>(Guid[] ids, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync(new Uri("/internal/people", UriKind.Relative), new { ids }, cancellation);
        answer.EnsureSuccessStatusCode();

        return await answer.Content.ReadFromJsonAsync<TPerson[]>(cancellation) ?? [];
    }

    private sealed record RegisterEntry(string Code, string Name);
}

/// <summary>A physician as banks write one.</summary>
public sealed record KanaName(Guid PhysicianId, string FamilyNameKana, string GivenNameKana);

/// <summary>A physician as a certificate names one.</summary>
public sealed record Holder(string FamilyName, string GivenName, DateOnly BirthDate)
{
    public string FullName => $"{FamilyName} {GivenName}".Trim();
}
