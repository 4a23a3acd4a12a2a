using Mamis.EventStore;
using Mamis.EventStore.Commands;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Features;
using Mamis.Notifications.Features.Organisations;
using Mamis.Notifications.Views;
using Npgsql;

namespace Mamis.Notifications.Messaging;

/// <summary>Brings one notice to an association or an organizer: it stands on their page first, then each member of staff who wants it gets a mail.</summary>
/// <remarks>Every mail is noted by itself, so a crash repeats one at most, and under the same Message-ID.</remarks>
public sealed class TellOrganisations(
    IEventStore store, NpgsqlDataSource database, StaffClient staff, IdentityClient identity, SmtpRelay relay, DomainLimits domains, NoticeWriter writer,
    StopLink stop, TimeProvider clock)
    : ICommandHandler
{
    public static string Kind => TellOrganisation.Kind;

    public static int Lanes => 2;

    public async Task Handle(TakenCommand command, CancellationToken cancellation)
    {
        var id = command.Payload<TellOrganisation>().NoticeId;
        var notice = (await store.Load<Notice>(id, cancellation)).State;

        if (notice.Content is { Organisation: { } organisation } content)
        {
            var text = await Show(id, notice, content, cancellation);
            var sender = await identity.AssociationName(content.Association, cancellation);
            var addresses = await staff.AddressesOf(organisation, content.Kind.ToldTo().StaffRoles(), cancellation);
            await Mail(id, notice, addresses, it => MailTo(it, id, sender, text, content.Kind, cancellation), cancellation);
        }
    }

    /// <summary>The words that were kept are those of every mail, also of one that goes out days later.</summary>
    private async Task<SentText> Show(Guid id, Notice notice, NoticeScheduled content, CancellationToken cancellation)
    {
        if (notice.State is NoticeState.Scheduled)
        {
            var text = (await writer.Write(content, number: null, cancellation)).Text;
            await store.DecideAsync<Notice>(
                id, ShowToOrganisation.Decide, changes => changes.Write(SentText.Keep(id, text, clock.GetUtcNow())), cancellation);
        }

        return await SentText.Of(id, database, cancellation) ?? throw new InvalidOperationException($"The notice {id} was told and has no text.");
    }

    private async Task Mail(
        Guid id, Notice notice, IReadOnlyList<StaffAddress> addresses, Func<StaffAddress, Task<SendNotice.Outcome?>> send, CancellationToken cancellation)
    {
        SendNotice.Deferred? later = null;

        foreach (var it in addresses.Where(it => !notice.Mailed.Contains(new(it.StaffId))))
        {
            var outcome = await send(it);
            var noted = await store.DecideAsync<Notice>(id, them => MailStaff.Decide(them, new(new(it.StaffId), outcome, clock.Today())), cancellation);
            later = noted.Events.Count == 0 && outcome is SendNotice.Deferred deferred ? deferred : later;
        }

        if (later is not null)
        {
            var deferrals = notice.Deferrals + 1;
            var again = TellOrganisation.After(id, deferrals, clock.GetUtcNow() + DeliveryRules.On(clock.Today()).WaitAfter(deferrals));
            await store.DecideAsync<Notice>(id, _ => Decision.Append(new NoticeDeferred(later.Code)), changes => changes.Leave(again), cancellation);
        }
    }

    private async Task<SendNotice.Outcome?> MailTo(
        StaffAddress member, Guid id, string sender, SentText text, NoticeKind kind, CancellationToken cancellation)
    {
        var preferences = await store.Load<MailPreferences>(MailPreferences.IdOf(member.StaffId), cancellation);

        if (!preferences.State.WantsMail(kind))
        {
            return new SendNotice.SwitchedOff();
        }

        using var place = await domains.Enter(member.Email, cancellation);
        var mail = new Mail(MailId.ForStaff(id, member.StaffId), sender, text.Subject, Wording.GreetingForStaff() + text.Body, stop.For(id, new(member.StaffId)));

        return await relay.Send(mail, member.Email, cancellation);
    }
}
