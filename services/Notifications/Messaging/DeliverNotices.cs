using Mamis.EventStore;
using Mamis.EventStore.Commands;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Features;
using Mamis.Notifications.Views;
using Npgsql;

namespace Mamis.Notifications.Messaging;

/// <summary>Brings one notice to its physician: looks whether it is still right, finds the address, sends, and writes down what came of it.</summary>
/// <remarks>A crash between the server's yes and our note repeats the mail under the same Message-ID; nothing else is done twice.</remarks>
public sealed class DeliverNotices(
    IEventStore store, NpgsqlDataSource database, IdentityClient identity, SmtpRelay relay, DomainLimits domains, NoticeWriter writer, StopLink stop,
    TimeProvider clock)
    : ICommandHandler
{
    public static string Kind => DeliverNotice.Kind;

    /// <summary>More than a slow domain may hold, so that some are left for the others.</summary>
    public static int Lanes => 8;

    public async Task Handle(TakenCommand command, CancellationToken cancellation)
    {
        var id = command.Payload<DeliverNotice>().NoticeId;
        var notice = (await store.Load<Notice>(id, cancellation)).State;

        if (notice is not { State: NoticeState.Scheduled, AwaitsCredits: false, Content: { Physician: { } physician } content })
        {
            return;
        }

        var term = await CertificateTerms.Of(content.Subject, database, cancellation);
        var people = await identity.People([physician.Value], cancellation);

        if (WaiveNotice.ReasonFor(content, term) is { } reason)
        {
            await Waive(id, reason, cancellation);
        }
        else if (people.GetValueOrDefault(physician.Value) is { } recipient)
        {
            using var place = await domains.Enter(recipient.Email, cancellation);
            await Send(id, notice, content, term?.Number, recipient, cancellation);
        }
        else
        {
            await Waive(id, Reasons.PhysicianUnknown, cancellation);
        }
    }

    private async Task Waive(Guid id, string reason, CancellationToken cancellation) =>
        await store.DecideAsync<Notice>(id, it => WaiveNotice.Decide(it, new(reason)), cancellation);

    private async Task Send(
        Guid id, Notice notice, NoticeScheduled content, string? number, Recipient recipient, CancellationToken cancellation)
    {
        var (sender, text, hasMyPage) = await writer.Write(content, number, cancellation);
        var outcome = await WantsMail(content.Kind, recipient, cancellation)
            ? await Mail(id, content, sender, recipient, text, cancellation)
            : new SendNotice.SwitchedOff();
        var command = new SendNotice.Command(outcome, recipient.HasAddress, clock.Today(), hasMyPage);

        await store.DecideAsync<Notice>(
            id,
            it => SendNotice.Decide(it, command),
            changes => Beside(changes, id, notice, text),
            cancellation);
    }

    private async Task<bool> WantsMail(NoticeKind kind, Recipient recipient, CancellationToken cancellation) =>
        !kind.IsOptional()
        || (await store.Load<MailPreferences>(MailPreferences.IdOf(recipient.PhysicianId), cancellation)).State.WantsMail(kind);

    private async Task<SendNotice.Outcome> Mail(
        Guid id, NoticeScheduled content, string sender, Recipient recipient, NoticeText text, CancellationToken cancellation)
    {
        if (recipient.Email is not { Length: > 0 } email)
        {
            return new SendNotice.NoEmail();
        }

        var words = Wording.GreetingFor(recipient.FullName) + text.Body;
        var mail = new Mail(id, sender, text.Subject, words, content.Kind.IsOptional() ? stop.For(id) : null);

        return await relay.Send(mail, email, cancellation) ?? new SendNotice.Mailed(recipient.Version);
    }

    /// <summary>A text that went out, or stands in the inbox, is kept; a deferred one leaves its next attempt.</summary>
    private void Beside(Changes changes, Guid id, Notice notice, NoticeText text)
    {
        var events = changes.Streams.SelectMany(it => it.Events).ToArray();

        if (events.Any(e => e is NoticeSent or NoticeShown or LetterOrdered or NoticeWaived { Reason: Reasons.SwitchedOff }))
        {
            changes.Write(SentText.Keep(id, text, clock.GetUtcNow()));
        }

        if (events.Any(e => e is NoticeDeferred))
        {
            var deferrals = notice.Deferrals + 1;
            changes.Leave(DeliverNotice.After(id, deferrals, clock.GetUtcNow() + DeliveryRules.On(clock.Today()).WaitAfter(deferrals)));
        }
    }
}
