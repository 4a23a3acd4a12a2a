using System.Net.Http.Json;
using System.Text.Json;
using Mamis.Contracts.Identity;
using Mamis.Contracts.TrainingCredits;
using Mamis.Kernel;
using Mamis.Testing;

namespace Mamis.Certification.Tests.Integration;

/// <summary>A physician as the other services tell of one, and what such a physician does here.</summary>
public sealed class InventedPhysician(CertificationApp app, string? county = "13-001", string workplace = "13")
{
    public Guid Id { get; } = Guid.CreateVersion7();

    public DateOnly ValidTo { get; } = TimeProvider.System.Today().AddDays(60);

    public string Number => $"S{Id:n}";

    public HttpClient Client => app.As(Id, Roles.Physician);

    /// <summary>My-page complete, standing told, an occupational certificate that ends soon.</summary>
    public async Task<InventedPhysician> Known(bool selfRegistered = false)
    {
        await app.Publish(new MyPageActivated { PhysicianId = Id, SelfRegistered = selfRegistered, OccurredAt = default });
        await TellStanding(version: 2);
        await app.Publish(new CertificateOnRecord
        {
            PhysicianId = Id,
            Scheme = "Occupational",
            Number = Number,
            ValidFrom = ValidTo.AddYears(-5).AddDays(1),
            ValidTo = ValidTo,
            OccurredAt = default,
        });

        return this;
    }

    public Task TellStanding(long version, string? otherCounty = null) => app.Publish(new StandingChanged
    {
        PhysicianId = Id,
        Version = version,
        County = otherCounty ?? county,
        Prefecture = county?[..2],
        Jma = county is not null,
        WorkplacePrefecture = workplace,
        OccurredAt = default,
    });

    /// <summary>20 lifelong units: five of each kind on paper and verified, five special ones from the system.</summary>
    public async Task<IReadOnlyList<Guid>> GainedTwenty()
    {
        var day = TimeProvider.System.Today().AddDays(-30);
        var paper = new DateOnly(2025, 3, 31);

        return
        [
            await Gained("life-update", 5, paper),
            await Gained("life-field", 5, paper),
            await Gained("life-special", 5, paper),
            await Gained("life-special", 5, day),
        ];
    }

    public async Task<Guid> Gained(string category, int units, DateOnly date)
    {
        var entry = Guid.CreateVersion7();
        var paper = date < new DateOnly(2025, 4, 1);

        if (paper)
        {
            // The verdict may be heard before the declaration.
            await app.Publish(new PaperCreditVerified { EntryId = entry, PhysicianId = Id, OccurredAt = default });
        }

        await app.Publish(new CreditPosted
        {
            EntryId = entry,
            PhysicianId = Id,
            TrainingKey = $"training {entry}",
            Date = date,
            Category = category,
            Units = units,
            Source = paper ? "paper" : "mamis",
            Status = paper ? "pending" : "posted",
            Mode = "onsite",
            Attendance = "full",
            Role = "attendee",
            OccurredAt = default,
        });

        return entry;
    }

    public Task<JsonElement> Evaluated(int total) => Until("/evaluations/me?scheme=occupational&kind=renewal", it =>
        it.TryGetProperty("newValidity", out _) && it.GetProperty("counted").GetProperty("total").GetInt32() == total);

    public async Task<string> Drafted(string kind = "renewal", string scheme = "occupational")
    {
        using var answer = await Client.PostAsJsonAsync("/applications", new { scheme, kind });
        answer.EnsureSuccessStatusCode();

        return $"/applications/{(await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid()}";
    }

    public async Task<JsonElement> Until(string path, Func<JsonElement, bool> holds) => (await Eventually.Get(async () =>
    {
        using var answer = await Client.GetAsync(path);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();

        return answer.IsSuccessStatusCode && holds(body) ? new Box(body) : null;
    })).Body;

    public Task<JsonElement> UntilStatus(string application, string status) =>
        Until(application, it => it.GetProperty("status").GetString() == status);

    /// <summary>What the ledger would answer to the submission of an application.</summary>
    public async Task LedgerSetsAside(string application)
    {
        var it = await UntilStatus(application, "awaiting-credits");
        await app.Publish(new CreditsSetAside
        {
            ApplicationId = it.GetProperty("id").GetGuid(),
            PhysicianId = Id,
            EntryIds = [.. it.GetProperty("entries").EnumerateArray().Select(entry => entry.GetGuid())],
            OccurredAt = TimeProvider.System.GetUtcNow(),
        });
        await UntilStatus(application, "at-desk");
    }

    private sealed record Box(JsonElement Body);
}
