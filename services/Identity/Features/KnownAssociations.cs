using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Identity.Views;
using Npgsql;

namespace Mamis.Identity.Features;

/// <summary>Lists the associations everybody knows, the JMA and the 47 prefectural ones, before the first request comes.</summary>
public sealed class KnownAssociations(IEventStore store, NpgsqlDataSource database) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.Append(await Missing("associations.csv", store, database, cancellationToken), cancellationToken);
        }
        catch (StreamVersionException)
        {
            // Another node that starts at the same moment lists them.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Lists those of a data file that the register does not have yet.</summary>
    public static async Task<Changes> Missing(
        string file, IEventStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var known = await AssociationList.Codes(database, cancellation);
        var missing = DataFile.Rows(file).Select(it => new ListAssociation.Command(it[0], it[1])).Where(it => !known.Contains(it.Code)).ToList();
        var streams = await store.LoadMany<MedicalAssociation>([.. missing.Select(it => MedicalAssociation.IdOf(it.Code))], cancellation);
        var changes = new Changes();

        foreach (var command in missing)
        {
            var stream = streams[MedicalAssociation.IdOf(command.Code)];
            changes.Append<MedicalAssociation>(stream.Id, stream.Version, ListAssociation.Decide(stream.State, command).Events);
        }

        return changes;
    }
}
