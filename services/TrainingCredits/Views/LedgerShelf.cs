using System.Security.Claims;
using Mamis.EventStore;
using Npgsql;

namespace Mamis.TrainingCredits.Views;

/// <summary>Where ledgers are opened: their events, and beside them the words that are in no event.</summary>
public sealed record LedgerShelf(IEventStore Store, NpgsqlDataSource Database, TimeProvider Clock)
{
    private const string Titles =
        """
        select s.session_id as "SessionId", t.title as "Training", s.title as "Session"
        from training_session s join training_card t using (training_id)
        where s.session_id = any(@sessions)
        """;

    private const string Reasons = "select entry_id as \"EntryId\", reason as \"Text\" from entry_reason where physician_id = @physician";

    /// <summary>Null when there is no such physician whom the caller may see.</summary>
    public async Task<LedgerPage?> Open(string physicianId, DateOnly? asKnownOn, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (await LedgerAccess.Reach(physicianId, user, Database, Clock, cancellation) is not { } physician)
        {
            return null;
        }

        var page = LedgerPage.Of(physician, asKnownOn, await Store.ReadStream(physician, cancellation));
        var sessions = page.Entries.Select(it => it.SessionId).OfType<Guid>().Distinct().ToArray();
        var titles = (await Database.List<Title>(Titles, new { sessions }, cancellation)).ToDictionary(it => it.SessionId);
        var reasons = (await Database.List<Reason>(Reasons, new { physician }, cancellation)).ToDictionary(it => it.EntryId, it => it.Text);

        return page with { Entries = [.. page.Entries.Select(it => Told(it, titles, reasons))] };
    }

    private static LedgerLine Told(LedgerLine line, Dictionary<Guid, Title> titles, Dictionary<Guid, string> reasons)
    {
        var title = titles.GetValueOrDefault(line.SessionId ?? Guid.Empty);

        return line with
        {
            TrainingTitle = title?.Training ?? line.TrainingTitle,
            SessionTitle = title?.Session,
            Reason = line.HasReason ? reasons.GetValueOrDefault(line.EntryId) : null,
        };
    }

    private sealed record Title(Guid SessionId, string Training, string Session);

    private sealed record Reason(Guid EntryId, string Text);
}
