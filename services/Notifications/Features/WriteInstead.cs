using System.Globalization;
using Mamis.EventStore;
using Mamis.EventStore.Commands;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;
using Mamis.Notifications.Views;
using Npgsql;

namespace Mamis.Notifications.Features;

/// <summary>Orders the letter in place of a mail that its server took and could not hand on.</summary>
/// <param name="Code">Why.</param>
public sealed record WriteInstead(Guid NoticeId, string Code)
{
    public const string Kind = "write-instead";

    /// <param name="HasAddress">Whether a letter could be posted.</param>
    public sealed record Command(string Code, bool HasAddress);

    /// <summary>A mail that came back is on record as such, one that is only late is given up here; an optional notice is then left.</summary>
    public static Decision Decide(Notice notice, Command command) => notice switch
    {
        { State: NoticeState.Bounced, Content: { } content } when !content.Kind.IsOptional() =>
            Decision.Append(SendNotice.Instead(content, command.HasAddress, command.Code)),
        { State: NoticeState.Delayed, Content: { } content } =>
            Decision.Append(new NoticeFailed(Channel.Email, command.Code), SendNotice.Instead(content, command.HasAddress, command.Code)),
        _ => Decision.Nothing,
    };

    /// <summary>Once for each fate of a mail, however often it is reported.</summary>
    public static StoreCommand Of(MailReport report, DateTimeOffset due) =>
        new(DeterministicId.From(Kind, report.Notice, report.Fate), Kind, new WriteInstead(report.Notice, report.Code), due);

    /// <summary>One more attempt on a day, where the first was parked by a fault.</summary>
    public static StoreCommand Again(Guid notice, string code, DateOnly day, DateTimeOffset due) =>
        new(DeterministicId.From(Kind, notice, day.ToString("O", CultureInfo.InvariantCulture)), Kind, new WriteInstead(notice, code), due);
}

/// <summary>Looks whether the notice is still right and where a letter could go; the server that reported does not wait for it.</summary>
public sealed class WriteInsteadOfMail(IEventStore store, NpgsqlDataSource database, IdentityClient identity) : ICommandHandler
{
    public static string Kind => WriteInstead.Kind;

    public async Task Handle(TakenCommand command, CancellationToken cancellation)
    {
        var (id, code) = command.Payload<WriteInstead>();

        if ((await store.Load<Notice>(id, cancellation)).State is not { State: NoticeState.Bounced or NoticeState.Delayed, Content: { Physician: { } physician } content })
        {
            return;
        }

        var term = await CertificateTerms.Of(content.Subject, database, cancellation);
        var people = await identity.People([physician.Value], cancellation);
        var decide = WaiveNotice.ReasonFor(content, term) is { } obsolete
            ? (Func<Notice, Decision>)(it => WaiveNotice.Decide(it, new(obsolete)))
            : it => WriteInstead.Decide(it, new(code, people.GetValueOrDefault(physician.Value)?.HasAddress is true));

        await store.DecideAsync(id, decide, cancellation);
    }
}
