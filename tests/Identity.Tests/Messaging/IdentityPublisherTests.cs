using System.Text.Json;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Identity.Messaging;
using Mamis.Identity.Tests.Support;
using Published = Mamis.Contracts.Identity;

namespace Mamis.Identity.Tests.Messaging;

public sealed class IdentityPublisherTests
{
    private static readonly Guid Stream = Guid.CreateVersion7();
    private static readonly DateTimeOffset At = new(2026, 11, 22, 1, 2, 3, TimeSpan.Zero);

    [Fact]
    public void A_new_physician_and_changed_data_are_told_by_id_and_version()
    {
        Assert.Equal(new Published.PhysicianKnown { PhysicianId = Stream, Version = 3, OccurredAt = At }, Told(Invented.Registered));
        Assert.Equal(
            new Published.PhysicianKnown { PhysicianId = Stream, Version = 3, OccurredAt = At },
            Told(new PersonalDataChanged([PersonalItem.Name])));
    }

    [Fact]
    public void Standing_is_told_whole_whatever_changed_it()
    {
        var expected = new Published.StandingChanged
        {
            PhysicianId = Stream,
            Version = 3,
            County = "13-001",
            Prefecture = "13",
            Jma = true,
            WorkplacePrefecture = "14",
            OccurredAt = At,
        };

        Assert.Equal(expected, Told(Invented.Set(Invented.Member)));
        Assert.Equal(expected, Told(new WorkplaceChanged("13-001", "13", true, "14")));
        Assert.Equal(expected, Told(new MembershipChanged(MembershipChange.Joined, "JMA", new(2026, 4, 1), "13-001", "13", true, "14", new(Guid.Empty))));
    }

    [Fact]
    public void The_activation_and_a_certificate_on_record_are_told()
    {
        Assert.Equal(new Published.MyPageActivated { PhysicianId = Stream, OccurredAt = At }, Told(new MyPageActivated()));
        Assert.Equal(
            new Published.CertificateOnRecord
            {
                PhysicianId = Stream,
                Scheme = "Occupational",
                Number = "S1",
                ValidFrom = new(2022, 4, 1),
                ValidTo = new(2027, 3, 31),
                OccurredAt = At,
            },
            Told(Invented.Certificate));
    }

    [Theory]
    [InlineData(typeof(ProvisionalLoginIssued))]
    [InlineData(typeof(ConsentGiven))]
    [InlineData(typeof(AssociationListed))]
    [InlineData(typeof(StaffMemberAppointed))]
    [InlineData(typeof(StaffMemberInvited))]
    [InlineData(typeof(StaffAccountEnded))]
    public void What_concerns_nobody_else_stays_here(Type type) =>
        Assert.Null(Told(JsonSerializer.Deserialize("{}", type, EventJson.Options) ?? type));

    private static object? Told(object data) => new IdentityPublisher().Translate(
        new() { Id = Guid.CreateVersion7(), StreamId = Stream, Version = 3, Timestamp = At, Data = data });
}
