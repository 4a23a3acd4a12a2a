using Mamis.EventStore;
using Mamis.EventStore.Commands;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Features;
using Mamis.Notifications.Messaging;

namespace Mamis.Benchmarks.Notices;

/// <summary>Delivers as many notices at once as the service does, each with its decision and its event, to a mail server that takes its time.</summary>
public sealed class RunOfMails(IEventStore store) : ICommandHandler
{
    private static readonly DateOnly Today = TimeProvider.System.Today();
    private static readonly TimeSpan ServerTakes = TimeSpan.FromMilliseconds(20);

    public static string Kind => DeliverNotice.Kind;

    public static int Lanes => DeliverNotices.Lanes;

    public sealed record Mail(Guid NoticeId);

    public static NoticeScheduled Content() => new()
    {
        Kind = NoticeKind.OneYear,
        Route = NoticeRoute.JmaToPhysician,
        Physician = new(Guid.CreateVersion7()),
        Association = Association.Jma,
        Subject = Guid.CreateVersion7(),
        DueOn = Today,
        ScheduledOn = Today,
    };

    public async Task Handle(TakenCommand command, CancellationToken cancellation)
    {
        await Task.Delay(ServerTakes, TimeProvider.System, cancellation);
        await store.DecideAsync<Notice>(
            command.Payload<Mail>().NoticeId,
            it => SendNotice.Decide(it, new(new SendNotice.Mailed(1), HasAddress: true, Today)),
            cancellation);
    }
}
