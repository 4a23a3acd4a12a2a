using Mamis.Certification.Domain;
using Mamis.EventStore;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.Certification.Features.Losses;

/// <summary>The renewals of a certificate that are not over, to be closed in the transaction that ends the title: neither may be without the other.</summary>
public sealed class OpenRenewals(IEventStore store, NpgsqlDataSource database)
{
    private const string Query =
        """
        select a.id from application_case a join certificate_card c on c.physician_id = a.physician_id and c.scheme = a.scheme
        where c.id = @certificate and a.kind = 'Renewal' and a.status not in ('Granted', 'Rejected', 'Withdrawn')
        """;

    public async Task<IReadOnlyDictionary<Guid, EventStream<Application>>> Of(Guid certificate, CancellationToken cancellation) =>
        await store.LoadMany<Application>([.. await database.List<Guid>(Query, new { certificate }, cancellation)], cancellation);
}

/// <summary>Ends applications together with the title they were for.</summary>
public static class ClosedRenewals
{
    /// <summary>Which of them it closed; none where the title's own end was decided before.</summary>
    public static IReadOnlyList<Guid> Close(this Changes changes, IReadOnlyDictionary<Guid, EventStream<Application>> open, Func<Application, Decision> decide)
    {
        if (changes.Streams.Count == 0)
        {
            return [];
        }

        var closed = open.Select(it => (it.Key, it.Value.Version, decide(it.Value.State).Events)).Where(it => it.Events.Count > 0).ToArray();

        foreach (var (id, version, events) in closed)
        {
            changes.Append<Application>(id, version, events);
        }

        return [.. closed.Select(it => it.Key)];
    }
}
