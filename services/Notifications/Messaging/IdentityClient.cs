using System.Net;
using System.Security.Claims;
using Mamis.ServiceDefaults;
using Microsoft.Extensions.Caching.Memory;

namespace Mamis.Notifications.Messaging;

/// <summary>Names and addresses, fetched by id when something is sent and never kept here.</summary>
public sealed class IdentityClient(HttpClient http, IMemoryCache cache)
{
    private const int MostPeopleAtOnce = 1_000;
    private static readonly TimeSpan NamesAreKept = TimeSpan.FromMinutes(10);

    /// <summary>Those of the physicians that Identity knows.</summary>
    public Task<IReadOnlyDictionary<Guid, Recipient>> People(IEnumerable<Guid> physicians, CancellationToken cancellation) =>
        Ask(physicians, reader: null, cancellation);

    /// <summary>Those for the eyes of a member of staff, whose look each of them can see.</summary>
    public Task<IReadOnlyDictionary<Guid, Recipient>> Show(
        IEnumerable<Guid> physicians, ClaimsPrincipal staff, string what, CancellationToken cancellation) =>
        Ask(physicians, new(staff.Subject(), staff.Role(), staff.AssociationCode(), what), cancellation);

    /// <summary>A mail about an account with a fresh code; null when its time is over.</summary>
    public async Task<AccountMail?> AccountMail(Guid id, CancellationToken cancellation)
    {
        using var answer = await http.PostAsync(new Uri($"/internal/account-mails/{id}", UriKind.Relative), content: null, cancellation);

        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<AccountMail>(cancellation);
    }

    /// <summary>The name of an association, as its own people write it; the code where the register has none.</summary>
    public async Task<string> AssociationName(string code, CancellationToken cancellation)
    {
        var names = await cache.GetOrCreateAsync(nameof(AssociationName), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = NamesAreKept;
            return Names(cancellation);
        });

        return names?.GetValueOrDefault(code) ?? code;
    }

    private async Task<IReadOnlyDictionary<Guid, Recipient>> Ask(IEnumerable<Guid> physicians, Reader? reader, CancellationToken cancellation)
    {
        var people = new Dictionary<Guid, Recipient>();

        foreach (var ids in physicians.Distinct().Chunk(MostPeopleAtOnce))
        {
            using var answer = await http.PostAsJsonAsync(new Uri("/internal/people", UriKind.Relative), new { ids, reader }, cancellation);
            answer.EnsureSuccessStatusCode();

            foreach (var person in await answer.Content.ReadFromJsonAsync<Recipient[]>(cancellation) ?? [])
            {
                people[person.PhysicianId] = person;
            }
        }

        return people;
    }

    private async Task<Dictionary<string, string>> Names(CancellationToken cancellation)
    {
        var register = await http.GetFromJsonAsync<NamedAssociation[]>(new Uri("/associations", UriKind.Relative), cancellation);
        return register?.ToDictionary(it => it.Code, it => it.Name) ?? [];
    }

    private sealed record NamedAssociation(string Code, string Name);

    private sealed record Reader(Guid StaffId, string Role, string Association, string What);
}

/// <summary>A physician as an envelope needs it.</summary>
/// <param name="Version">Version of the data; a notice remembers to which one it went.</param>
public sealed record Recipient(
    Guid PhysicianId, long Version, string FamilyName, string GivenName, string? Email, string? PostalCode, string? Address)
{
    public string FullName => $"{FamilyName} {GivenName}".Trim();

    public bool HasAddress => !string.IsNullOrWhiteSpace(Address);
}
