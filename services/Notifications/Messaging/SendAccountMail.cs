using Mamis.Contracts.Identity;
using Mamis.EventStore;
using Mamis.EventStore.Commands;
using Mamis.Kernel;
using Mamis.Notifications.Features;
using Mamis.ServiceDefaults;
using MassTransit;

namespace Mamis.Notifications.Messaging;

/// <summary>The work left for a mail about an account.</summary>
public sealed record SendAccountMail(Guid MailId)
{
    public const string Kind = "send-account-mail";
}

/// <summary>Somebody waits for this mail: it is left as work of its own kind, so that no run of notices stands before it.</summary>
public sealed class MailWhenRequested(IEventStore store, TimeProvider clock) : IConsumer<AccountMailRequested>
{
    public Task Consume(ConsumeContext<AccountMailRequested> context)
    {
        var mail = context.Message.MailId;
        return store.Append(
            new Changes().Handled<MailWhenRequested>(context)
                .Leave(new(DeterministicId.From("account-mail", mail), SendAccountMail.Kind, new SendAccountMail(mail), clock.GetUtcNow())),
            context.CancellationToken);
    }
}

/// <summary>Sends a mail about an account. Address and code are asked for in this moment and kept nowhere.</summary>
public sealed class SendAccountMails(IdentityClient identity, SmtpRelay relay, MyPageAddress myPage, ILogger<SendAccountMails> logger) : ICommandHandler
{
    public static string Kind => SendAccountMail.Kind;

    public static int Lanes => 2;

    /// <summary>Somebody looks at the mailbox and waits.</summary>
    public static TimeSpan FirstWait => TimeSpan.FromSeconds(2);

    public async Task Handle(TakenCommand command, CancellationToken cancellation)
    {
        var id = command.Payload<SendAccountMail>().MailId;

        if (await identity.AccountMail(id, cancellation) is not { } mail)
        {
            logger.LogInformation("The mail {MailId} about an account is over or used; nothing is sent", id);
            return;
        }

        var sender = await identity.AssociationName(Association.Jma, cancellation);
        var text = AccountWording.Of(mail, sender, myPage.Url);

        switch (await relay.Send(id, sender, mail.Email, text.Subject, text.Body, cancellation))
        {
            case SendNotice.Deferred deferred:
                throw new MailDeferredException(deferred.Code);
            case SendNotice.Rejected rejected:
                logger.LogWarning("The mail {MailId} about an account was refused for good: {Reason}", id, rejected.Code);
                break;
        }
    }
}

/// <summary>The mail server says later; the work is taken up again by itself.</summary>
public sealed class MailDeferredException(string reason) : Exception($"The mail server says later: {reason}.");
