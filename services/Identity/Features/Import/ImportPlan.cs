using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Identity.Views;
using Mamis.Kernel;

namespace Mamis.Identity.Features.Import;

/// <summary>What an import will do, decided for each physician from what is stored now.</summary>
public sealed class ImportPlan
{
    private readonly List<(ImportGroup Group, ImportReport.Outcome Outcome, Guid? Id)> _taken = [];
    private readonly List<ImportRow> _refused = [];

    public Changes Changes { get; } = new();

    public static async Task<ImportPlan> Make(
        IReadOnlyList<ImportGroup> groups, StaffId by, ImportPhysicians.Tools tools, CancellationToken cancellation)
    {
        var stored = await tools.People.ByLicenceNumber([.. groups.Select(it => it.Person.LicenceNumber)], cancellation);
        var streams = await tools.Store.LoadMany<Physician>([.. stored.Values.Select(it => it.PhysicianId)], cancellation);
        var plan = new ImportPlan();
        var documents = new List<Person>();

        foreach (var group in groups)
        {
            if (stored.GetValueOrDefault(group.Person.LicenceNumber) is not { } known)
            {
                documents.Add(plan.Add(group, new(Guid.CreateVersion7(), 0, new Physician()), known: null, by));
            }
            else if (known.IsSameAs(group.Person))
            {
                documents.Add(plan.Add(group, streams[known.PhysicianId], known, by));
            }
            else
            {
                plan._refused.AddRange(group.Rows.Select(it => it with { Reasons = [RowCodes.ConflictWithOtherPerson] }));
            }
        }

        plan.Changes.Write(People.Store(documents));
        return plan;
    }

    public ImportReport Report(IReadOnlyList<ImportRow> refused, bool dryRun) => ImportReport.Of(
        dryRun ? _taken.Select(it => it with { Id = it.Outcome == ImportReport.Outcome.New ? null : it.Id }) : _taken,
        [.. refused, .. _refused]);

    private Person Add(ImportGroup group, EventStream<Physician> stream, Person? known, StaffId by)
    {
        var person = Merged(group.Person, known, stream);
        var command = new ImportPhysician.Command(
            group.Standing, group.Certificates, known is null ? [] : person.DifferencesTo(known), by);
        var decision = ImportPhysician.Decide(stream.State, command);
        Changes.Append<Physician>(stream.Id, stream.Version, decision.Events);
        _taken.Add((group, OutcomeOf(known, decision), stream.Id));

        return person;
    }

    /// <summary>The file's word, but for the workplace, which it does not name, and for the e-mail address of an active my-page.</summary>
    private static Person Merged(Person file, Person? known, EventStream<Physician> stream) => file with
    {
        PhysicianId = stream.Id,
        WorkplaceName = known?.WorkplaceName,
        Email = stream.State.IsActive ? known?.Email : file.Email ?? known?.Email,
    };

    private static ImportReport.Outcome OutcomeOf(Person? known, Decision decision) =>
        known is null ? ImportReport.Outcome.New
        : decision.Events.Count > 0 ? ImportReport.Outcome.Changed
        : ImportReport.Outcome.Unchanged;
}
