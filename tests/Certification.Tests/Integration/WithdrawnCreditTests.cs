using System.Text.Json;
using Mamis.Contracts.TrainingCredits;
using Mamis.Kernel;

namespace Mamis.Certification.Tests.Integration;

/// <summary>A credit that the ledger took back counts no longer, whichever message comes first.</summary>
[Collection(CertificationCollection.Name)]
[Trait("Category", "Servers")]
public sealed class WithdrawnCreditTests(CertificationApp app)
{
    [Fact]
    public async Task A_withdrawn_credit_leaves_the_balance_and_its_successor_enters_it()
    {
        var physician = await new InventedPhysician(app).Known();
        var entries = await physician.GainedTwenty();
        await physician.Evaluated(total: 20);
        var early = Guid.CreateVersion7();

        await app.Publish(Withdrawn(physician, entries[^1]));
        await app.Publish(Withdrawn(physician, early));
        await Total(physician, 15);
        await app.Publish(Posted(physician, early, units: 7));
        await app.Publish(Posted(physician, Guid.CreateVersion7(), units: 3));

        await Total(physician, 18);
    }

    private static Task<JsonElement> Total(InventedPhysician physician, int total) => physician.Until(
        "/evaluations/me?scheme=occupational&kind=renewal", it => it.GetProperty("counted").GetProperty("total").GetInt32() == total);

    private static CreditWithdrawn Withdrawn(InventedPhysician physician, Guid entry) =>
        new() { EntryId = entry, PhysicianId = physician.Id, OccurredAt = default };

    private static CreditPosted Posted(InventedPhysician physician, Guid entry, int units) => new()
    {
        EntryId = entry,
        PhysicianId = physician.Id,
        TrainingKey = $"training {entry}",
        Date = TimeProvider.System.Today().AddDays(-20),
        Category = "life-special",
        Units = units,
        Source = "mamis",
        Status = "posted",
        Mode = "onsite",
        Attendance = "full",
        Role = "attendee",
        OccurredAt = default,
    };
}
