using Mamis.Contracts.TrainingCredits;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using MassTransit;

namespace Mamis.Notifications.Features;

/// <summary>Tells the desk that has to answer a claim of a missing credit, and the physician what became of it.</summary>
/// <remarks>The notice's id follows from claim, kind, receiver and day, so a repeated message tells nobody twice.</remarks>
public sealed class TellOfClaims(IEventStore store, TimeProvider clock) : IConsumer<ClaimMoved>
{
    private const string AtOrganizer = "at-organizer";

    public Task Consume(ConsumeContext<ClaimMoved> context) => store.ScheduleAll(
        NoticesOf(context.Message, clock.Today()).ToDictionary(it => it.Id, it => it.Content), clock, context.CancellationToken);

    public static IEnumerable<(Guid Id, NoticeScheduled Content)> NoticesOf(ClaimMoved claim, DateOnly today)
    {
        var day = BusinessCalendar.DayOf(claim.OccurredAt);

        if (claim.Desk is { } desk)
        {
            var kind = claim.Status == AtOrganizer ? NoticeKind.ClaimAtOrganizer : NoticeKind.ClaimAtPrefecture;
            yield return (ScheduleNotice.IdOf(claim.ClaimId, kind, desk, day, step: 0), new()
            {
                Kind = kind,
                Route = NoticeRoute.ToOrganisation,
                Organisation = desk,
                Association = Association.Jma,
                Subject = claim.ClaimId,
                DueOn = day,
                ScheduledOn = today,
                Details = new() { AnswerBy = claim.AnswerBy },
            });
        }

        if (claim.Status != AtOrganizer)
        {
            yield return (ScheduleNotice.IdOf(claim.ClaimId, NoticeKind.ClaimMoved, claim.Status, day, step: 0), new()
            {
                Kind = NoticeKind.ClaimMoved,
                Route = NoticeRoute.JmaToPhysician,
                Physician = new(claim.PhysicianId),
                Association = Association.Jma,
                Subject = claim.ClaimId,
                DueOn = day,
                ScheduledOn = today,
            });
        }
    }
}
