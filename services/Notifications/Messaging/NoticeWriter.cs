using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Views;
using Npgsql;

namespace Mamis.Notifications.Messaging;

/// <summary>Writes what a notice says: the words that hold today, filled with what is known of the case. Mails and previews come from here alike.</summary>
public sealed class NoticeWriter(
    IEventStore store, NpgsqlDataSource database, IdentityClient identity, MyPageAddress myPage, TimeProvider clock)
{
    /// <param name="Sender">The association's own name.</param>
    /// <param name="HasMyPage">Who has one can read it there; an organisation always has its page.</param>
    public sealed record Written(string Sender, NoticeText Text, bool HasMyPage);

    public async Task<Written> Write(NoticeScheduled content, string? number, CancellationToken cancellation)
    {
        var template = (await store.Load<NoticeTemplate>(NoticeTemplate.IdOf(content.Kind), cancellation)).State.On(clock.Today());
        var words = template is null ? Wording.Shipped(content.Kind) : new TemplateText(template.Subject, template.Text);

        return await Write(content, number, words, template?.Version ?? NoticeTemplate.Shipped, cancellation);
    }

    /// <summary>The same in words that may not hold yet.</summary>
    public async Task<Written> Write(NoticeScheduled content, string? number, TemplateText words, int version, CancellationToken cancellation)
    {
        var sender = await identity.AssociationName(content.Association, cancellation);
        var desk = content.Details?.Desk is { } awaited ? await identity.AssociationName(awaited.Desk, cancellation) : null;
        var hasMyPage = content.Physician is not { } physician || await Contacts.HasMyPage(physician.Value, database, cancellation);

        return new(sender, Wording.Of(content, new(sender, number, hasMyPage, myPage.Url, desk), words) with { Version = version }, hasMyPage);
    }
}
