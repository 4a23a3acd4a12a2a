using Mamis.Certification.Domain;
using Mamis.EventStore;
using Mamis.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mamis.Certification.Tests.Integration;

/// <summary>An application as it lies at a desk, stored without the way there.</summary>
public sealed record StoredCase(Guid Id, Guid Physician)
{
    public const string Prefecture = "13";

    public static readonly StaffId OtherClerk = new(Guid.CreateVersion7());

    private static DateOnly Today => TimeProvider.System.Today();

    public string Address => $"/applications/{Id}";

    public string ReceiptNumber => new ApplicationKey(Id).ReceiptNumber;

    /// <summary>Some at the first desk, which waits for their fee.</summary>
    public static async Task<StoredCase[]> AtCounty(CertificationApp app, string county, int count = 1)
    {
        StoredCase[] cases = [.. Enumerable.Range(0, count).Select(_ => new StoredCase(Guid.CreateVersion7(), Guid.CreateVersion7()))];
        var changes = new Changes();

        foreach (var it in cases)
        {
            changes.Append<Application>(it.Id, 0, it.Begun(county));
        }

        await app.Services.GetRequiredService<IEventStore>().Append(changes, default);
        return cases;
    }

    /// <summary>Some at the JMA's desk, new ones, with their fee paid.</summary>
    public static async Task<StoredCase[]> AtJma(CertificationApp app, string county, int count)
    {
        StoredCase[] cases = [.. Enumerable.Range(0, count).Select(_ => new StoredCase(Guid.CreateVersion7(), Guid.CreateVersion7()))];
        var changes = new Changes();

        foreach (var it in cases)
        {
            changes.Append<Application>(
                it.Id, 0, [.. it.Begun(county), new FeeRecorded(10_000, Today, OtherClerk), new ApplicationApproved(county, OtherClerk, Prefecture), new ApplicationApproved(Prefecture, OtherClerk, "JMA")]);
        }

        await app.Services.GetRequiredService<IEventStore>().Append(changes, default);
        return cases;
    }

    private object[] Begun(string county)
    {
        var applicant = new PhysicianId(Physician);

        return
        [
            new ApplicationDrafted(applicant, Scheme.Sports, ApplicationKind.New),
            new ApplicationSubmitted(
                applicant, Scheme.Sports, ApplicationKind.New, 1, ReceiptNumber, Today, [], [county, Prefecture, "JMA"], 10_000, PaperOriginalRequired: false, ["rules"]),
            new ApplicationAdmitted(county),
        ];
    }
}
