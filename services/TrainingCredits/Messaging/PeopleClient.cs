using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Messaging;

/// <summary>Fetches from Identity what messages must not carry: numbers, names and birth dates, by id.</summary>
public sealed class PeopleClient(HttpClient identity)
{
    private const int MostAtOnce = 1000;

    /// <summary>Everybody of these who still exists; an erased physician is not in the answer.</summary>
    public async Task<IReadOnlyList<Person>> Fetch(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var people = new List<Person>(ids.Count);

        foreach (var some in ids.Chunk(MostAtOnce))
        {
            using var answer = await identity.PostAsJsonAsync(new Uri("/internal/people", UriKind.Relative), new { Ids = some }, cancellation);
            answer.EnsureSuccessStatusCode();
            var found = await answer.Content.ReadFromJsonAsync<PersonAnswer[]>(cancellation) ?? [];
            people.AddRange(found.Select(it => it.ToPerson()));
        }

        return people;
    }

    /// <summary>A person as Identity answers; what this service has no use for is not read.</summary>
    private sealed record PersonAnswer(
        Guid PhysicianId, long Version, string LicenceNumber, string FamilyName, string GivenName, DateOnly BirthDate, bool Active)
    {
        public Person ToPerson() => new(new(PhysicianId), Version, LicenceNumber, FamilyName, GivenName, BirthDate, Active);
    }
}
