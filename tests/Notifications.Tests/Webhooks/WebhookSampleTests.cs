using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging.Webhooks;
using Certification = Mamis.Contracts.Certification;
using Credits = Mamis.Contracts.TrainingCredits;

namespace Mamis.Notifications.Tests.Webhooks;

/// <summary>What integrators are sent is what was approved, and what the page for them shows.</summary>
public sealed class WebhookSampleTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Guid Subject = new("00000000-0000-8000-8000-000000000001");
    private static readonly Guid Physician = new("00000000-0000-8000-8000-000000000002");
    private static readonly Guid Message = new("00000000-0000-8000-8000-000000000003");
    private static readonly DateTimeOffset At = new(2026, 4, 1, 10, 0, 0, TimeSpan.FromHours(9));

    private static readonly WebhookMessage[] Samples =
    [
        ApplicationDecided.Of(
            new Certification.ApplicationGranted { ApplicationId = Subject, PhysicianId = Physician, Scheme = "Occupational", Kind = "Renewal", OccurredAt = At }, Message),
        ApplicationReturned.Of(new() { ApplicationId = Subject, PhysicianId = Physician, Desk = "13-001", OccurredAt = At }, Message),
        CertificateTermBegan.Of(
            new()
            {
                CertificateId = Subject, PhysicianId = Physician, Scheme = "Occupational", Number = "S1234567",
                ValidFrom = new(2026, 4, 1), ValidTo = new(2031, 3, 31), Version = 4, OccurredAt = At,
            },
            Message),
        CertificateEnded.Of(new() { CertificateId = Subject, PhysicianId = Physician, Reason = "lapsed", Version = 5, OccurredAt = At }, Message),
        CreditPosted.Of(Credit, Message),
        CreditWithdrawn.Of(new() { EntryId = Subject, PhysicianId = Physician, OccurredAt = At }, Message),
    ];

    private static Credits.CreditPosted Credit => new()
    {
        EntryId = Subject,
        PhysicianId = Physician,
        SessionId = new("00000000-0000-8000-8000-000000000004"),
        TrainingKey = "key",
        Date = new(2026, 3, 29),
        Category = "life-update",
        Units = 2,
        Source = "mamis",
        Status = "posted",
        Mode = "onsite",
        Attendance = "full",
        Role = "attendee",
        OccurredAt = At,
    };

    public static TheoryData<string> Kinds => [.. WebhookKinds.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_record_is_written_as_it_was_approved(string kind)
    {
        var written = JsonNode.Parse(Samples.Single(it => it.Type == kind).ToJson())?.ToJsonString(Readable);
        var approved = Path.Combine(Root, "tests", "Notifications.Tests", "Webhooks", "Approved", $"{kind}.json");

        Assert.True(File.Exists(approved), $"{kind} has no approved sample. When it is right, store this as {approved}:\n{written}");
        Assert.Equal((await File.ReadAllTextAsync(approved)).Trim(), written);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_page_for_integrators_tells_of_it(string kind) =>
        Assert.Contains($"`{kind}`", File.ReadAllText(Path.Combine(Root, "contracts", "webhooks.md")), StringComparison.Ordinal);

    [Theory]
    [InlineData("rejected")]
    [InlineData("withdrawn")]
    public void An_application_that_ended_without_a_grant_is_decided_too(string reason)
    {
        var sent = ApplicationDecided.Of(
            new Certification.ApplicationClosed { ApplicationId = Subject, PhysicianId = Physician, Reason = reason, OccurredAt = At }, Message);

        Assert.Equal(new ApplicationDecided(Subject, Physician, reason, Scheme: null, Kind: null), sent.Data);
    }

    [Fact]
    public void The_id_follows_from_the_event() => Assert.Equal(CreditPosted.Of(Credit, Message).Id, CreditPosted.Of(Credit, Message).Id);

    private static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Mamis.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Mamis.sln is nowhere above the tests."));
}
