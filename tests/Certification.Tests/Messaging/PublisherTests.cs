using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Losses;
using Mamis.Certification.Domain.Suspensions;
using Mamis.Certification.Messaging;
using Mamis.Kernel;
using static Mamis.Certification.Tests.Support.Invented;
using Published = Mamis.Contracts.Certification;

namespace Mamis.Certification.Tests.Messaging;

/// <summary>Which events other services hear of, and in which words.</summary>
public sealed class PublisherTests
{
    private static readonly Guid Stream = First.Value;

    [Fact]
    public void A_submission_and_a_repeated_question_sound_the_same_to_the_ledger_and_only_the_first_names_the_term()
    {
        var submitted = Assert.IsType<Published.ApplicationSubmitted>(Translate(Submitted(round: 2) with { RenewsTermTo = new(2026, 5, 31) }));
        var again = Assert.IsType<Published.ApplicationSubmitted>(Translate(new CreditsRequestedAgain(Physician, 2, [Entry])));

        Assert.Equal((Stream, Physician.Value, 2), (submitted.ApplicationId, submitted.PhysicianId, submitted.Round));
        Assert.Equal(submitted, again with { EntryIds = submitted.EntryIds, Scheme = "Occupational", RenewsTermTo = new(2026, 5, 31) });
        Assert.Equal(submitted.EntryIds, again.EntryIds);
    }

    [Fact]
    public void A_lapse_is_told_as_an_end_X8() => Assert.Equal(
        new Published.CertificateEnded { CertificateId = Stream, PhysicianId = Physician.Value, Reason = "lapsed", Version = 7, OccurredAt = DateTimeOffset.UnixEpoch },
        Translate(new CertificateLapsed(Physician, new(2028, 4, 30), "X6", "rules")));

    [Fact]
    public void A_loss_is_told_when_it_is_decided_when_it_is_taken_back_and_on_its_day_without_the_reason_X8()
    {
        var decided = new Published.CertificateLossDecided
        {
            CertificateId = Stream,
            PhysicianId = Physician.Value,
            Scheme = "Sports",
            Reason = "struck-off",
            From = Today,
            Version = 7,
            OccurredAt = DateTimeOffset.UnixEpoch,
        };

        Assert.Equal(decided, Translate(new CertificateStruckOff(Physician, Scheme.Sports, Today, JmaClerk, Remark)));
        Assert.Equal(decided with { Reason = "resigned" }, Translate(new CertificateResigned(Physician, Scheme.Sports, Today)));
        Assert.Equal("resigned", Assert.IsType<Published.CertificateEnded>(Translate(new LossTookEffect(Physician, LossGround.Resigned, Today))).Reason);
        Assert.Equal("struck-off", Assert.IsType<Published.CertificateEnded>(Translate(new LossTookEffect(Physician, LossGround.StruckOff, Today))).Reason);
        Assert.Equal(
            new Published.CertificateLossWithdrawn { CertificateId = Stream, PhysicianId = Physician.Value, Scheme = "Sports", Version = 7, OccurredAt = DateTimeOffset.UnixEpoch },
            Translate(new ResignationWithdrawn(Physician, Scheme.Sports)));
    }

    [Fact]
    public void A_suspension_and_its_end_are_told_with_their_days_and_without_the_reason()
    {
        Assert.Equal(
            new Published.CertificateSuspended { CertificateId = Stream, PhysicianId = Physician.Value, Scheme = "Sports", From = Today, Version = 7, OccurredAt = DateTimeOffset.UnixEpoch },
            Translate(new CertificateSuspended(Physician, Scheme.Sports, Today, Until: null, JmaClerk, Remark)));
        Assert.Equal(
            new Published.CertificateReinstated { CertificateId = Stream, PhysicianId = Physician.Value, Scheme = "Sports", HeldFrom = Today, Version = 7, OccurredAt = DateTimeOffset.UnixEpoch },
            Translate(new CertificateReinstated(Physician, Scheme.Sports, Today, JmaClerk, Remark)));
    }

    [Fact]
    public void A_term_is_told_however_it_began()
    {
        object[] events =
        [
            IssuedUntil(new(2026, 5, 31)),
            new CertificateTakenOver(Physician, Scheme.Occupational, "MO0000001", new(2021, 6, 1), new(2026, 5, 31)),
            new CertificateRenewed(Physician, Scheme.Occupational, "MO0000001", Second, new(2021, 6, 1), new(2026, 5, 31)),
        ];

        Assert.All(events.Select(Translate), it => Assert.Equal(
            new Published.CertificateTermBegan
            {
                CertificateId = Stream,
                PhysicianId = Physician.Value,
                Scheme = "Occupational",
                Number = "MO0000001",
                ValidFrom = new(2021, 6, 1),
                ValidTo = new(2026, 5, 31),
                Version = 7,
                OccurredAt = DateTimeOffset.UnixEpoch,
            },
            it));
    }

    [Fact]
    public void The_end_without_a_grant_frees_the_entries()
    {
        Assert.Equal("withdrawn", Assert.IsType<Published.ApplicationClosed>(Translate(new ApplicationWithdrawn(Physician))).Reason);
        Assert.Equal("rejected", Assert.IsType<Published.ApplicationClosed>(Translate(new ApplicationRejected(Physician, JmaClerk, Remark))).Reason);
    }

    [Fact]
    public void What_concerns_nobody_else_stays_here() =>
        Assert.All((object[])[Drafted(), AtCounty, new FeeRecorded(10_000, Today, CountyClerk)], it => Assert.Null(Translate(it)));

    private static object? Translate(object e) => new CertificationPublisher().Translate(new()
    {
        Id = Entry,
        StreamId = Stream,
        Version = 7,
        Timestamp = DateTimeOffset.UnixEpoch,
        Data = e,
    });
}
