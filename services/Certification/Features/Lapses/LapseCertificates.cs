using Mamis.Certification.Domain;
using Mamis.Certification.Views;
using Mamis.EventStore;
using Npgsql;

namespace Mamis.Certification.Features.Lapses;

/// <summary>Looks at every certificate past its term, thousands in one transaction. What a missed day left is found on any later one.</summary>
public sealed class LapseCertificates(IEventStore store, NpgsqlDataSource database)
{
    private const int PageSize = 2_000;

    /// <summary>How many lapse on a day; recorded, or only foretold.</summary>
    public async Task<int> On(DateOnly asOf, bool record, CancellationToken cancellation)
    {
        var (lapsed, after) = (0, Guid.Empty);

        while (await LapsingCertificate.On(asOf, after, PageSize, database, cancellation) is { Count: > 0 } page)
        {
            lapsed += await Decide(page, asOf, record, cancellation);
            after = page[^1].Id;
        }

        return lapsed;
    }

    private async Task<int> Decide(IReadOnlyList<LapsingCertificate> page, DateOnly asOf, bool record, CancellationToken cancellation)
    {
        while (true)
        {
            var changes = await Changes(page, asOf, cancellation);

            try
            {
                if (record)
                {
                    await store.Append(changes, cancellation);
                }

                return changes.Streams.Count;
            }
            catch (StreamVersionException)
            {
                // One of them was renewed or got a grace meanwhile; read again, the decision knows.
            }
        }
    }

    private async Task<Changes> Changes(IReadOnlyList<LapsingCertificate> page, DateOnly asOf, CancellationToken cancellation)
    {
        var streams = await store.LoadMany<Certificate>([.. page.Select(it => it.Id)], cancellation);
        var changes = new Changes();

        foreach (var it in page)
        {
            var stream = streams[it.Id];
            changes.Append<Certificate>(it.Id, stream.Version, LapseCertificate.Decide(stream.State, new(asOf, it.RenewalPending)).Events);
        }

        return changes;
    }
}
