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
    IEventStore store, NpgsqlDataSource database, IdentityClient identity, SmtpRelay relay, MyPageAddress myPage, TimeProvider clock)
    : ICommandHandler
{
    public static string Kind => DeliverNotice.Kind;

    public static int Lanes => 4;

    public async Task Handle(TakenCommand command, CancellationToken cancellation)
    {
        var id = command.Payload<DeliverNotice>().NoticeId;
        var notice = (await store.Load<Notice>(id, cancellation)).State;

        if (notice is not { State: NoticeState.Scheduled, AwaitsCredits: false, Content: { } content })
        {
            return;
        }

        var term = await CertificateTerms.Of(content.Subject, database, cancellation);
        var people = await identity.People([content.Physician.Value], cancellation);

        if (WaiveNotice.ReasonFor(content, term) is { } reason)
        {
            await Waive(id, reason, cancellation);
        }
        else if (people.GetValueOrDefault(content.Physician.Value) is { } recipient)
        {
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
        var association = await identity.AssociationName(content.Association, cancellation);
        var hasMyPage = await Contacts.HasMyPage(content.Physician.Value, database, cancellation);
        var text = Wording.Of(content, new(association, number, hasMyPage, myPage.Url));
        var outcome = await Mail(id, association, recipient, text, cancellation);
        var command = new SendNotice.Command(outcome, recipient.HasAddress, clock.Today(), hasMyPage);

        await store.DecideAsync<Notice>(
            id,
            it => SendNotice.Decide(it, command),
            changes => Beside(changes, id, notice, text),
            cancellation);
    }

    private async Task<SendNotice.Outcome> Mail(Guid id, string sender, Recipient recipient, NoticeText text, CancellationToken cancellation) =>
        recipient.Email is { Length: > 0 } email
            ? await relay.Send(id, sender, email, text.Subject, Wording.GreetingFor(recipient.FullName) + text.Body, cancellation)
                ?? new SendNotice.Mailed(recipient.Version)
            : new SendNotice.NoEmail();

    /// <summary>A text that went out is kept; a deferred one leaves its next attempt.</summary>
    private void Beside(Changes changes, Guid id, Notice notice, NoticeText text)
    {
        var events = changes.Streams.SelectMany(it => it.Events).ToArray();

        if (events.Any(e => e is NoticeSent or NoticeShown or LetterOrdered))
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
