using Mamis.EventStore;
using Mamis.Identity.Domain;

namespace Mamis.Identity.Views;

/// <summary>Where each physician stands and whether the my-page works: what searches, batches and sessions ask of all physicians.</summary>
/// <remarks>Inline, because a session asks it right after the first login.</remarks>
public sealed class PhysicianCard : IInlineView
{
    private const string SetStanding =
        """
        update physician_card c
        set county = r.county, prefecture = r.prefecture, jma = r.jma, workplace_prefecture = r.workplace_prefecture,
            desk = r.desk, desk_prefecture = r.desk_prefecture
        from rows r where c.physician_id = r.id
        """;

    public string Name => "physician-card";

    public int Version => 3;

    public IReadOnlyList<string> Tables => ["physician_card"];

    public string Schema =>
        """
        create table if not exists physician_card (
            physician_id         uuid primary key,
            version              bigint not null,
            county               text null,
            prefecture           text null,
            jma                  boolean not null default false,
            workplace_prefecture text not null default '',
            desk                 text not null default '',
            desk_prefecture      text not null default '',
            provisional_until    date null,
            postcard_returned_on date null,
            active               boolean not null default false,
            registration         text null,
            registered_at        timestamptz null
        );

        create index if not exists physician_card_desk on physician_card (desk, physician_id);
        create index if not exists physician_card_registration on physician_card (desk_prefecture, physician_id) where registration = 'Pending';
        create index if not exists physician_card_inactive on physician_card (desk_prefecture, physician_id) where not active;
        create index if not exists physician_card_desk_prefecture on physician_card (desk_prefecture, physician_id);
        """;

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        yield return Sql.ForEach(
            "insert into physician_card (physician_id, version) select id, version from rows",
            events.Where(it => it.Data is PhysicianRegistered or SelfRegistered).Select(it => new { Id = it.StreamId, it.Version }));
        yield return Sql.ForEach(SetStanding, LastStandings(events));
        yield return Sql.ForEach(
            "update physician_card c set provisional_until = r.until, postcard_returned_on = r.returned from rows r where c.physician_id = r.id",
            from it in LastOf<object>(events, it => it is ProvisionalLoginIssued or PostcardReturned)
            select new { Id = it.Stream, Until = (it.Event as ProvisionalLoginIssued)?.ExpiresOn, Returned = (it.Event as PostcardReturned)?.On });
        yield return Sql.ForEach(
            "update physician_card c set postcard_returned_on = null from rows r where c.physician_id = r.id",
            from it in LastOf<object>(events, it => it is PostcardReturned || IsAddress(it))
            where IsAddress(it.Event)
            select new { Id = it.Stream });
        yield return Sql.ForEach(
            "update physician_card c set active = true from rows r where c.physician_id = r.id",
            LastOf<MyPageActivated>(events).Select(it => new { Id = it.Stream }));
        yield return Sql.ForEach(
            "update physician_card c set registration = r.state, registered_at = r.at from rows r where c.physician_id = r.id",
            Registrations(events));
        yield return Sql.ForEach(
            "update physician_card c set version = r.version from rows r where c.physician_id = r.id",
            events.GroupBy(it => it.StreamId).Select(it => new { Id = it.Key, Version = it.Max(e => e.Version) }));
    }

    private static IEnumerable<StandingRow> LastStandings(IReadOnlyList<StoredEvent> events) =>
        from e in events
        let standing = (e.Data as IStandingEvent)?.Standing
        where standing is not null
        group standing by e.StreamId into stream
        let last = stream.Last()
        select new StandingRow(
            stream.Key, last.County, last.Prefecture, last.Jma, last.WorkplacePrefecture, last.Desk, last.DeskPrefecture);

    private static IEnumerable<RegistrationRow> Registrations(IReadOnlyList<StoredEvent> events) =>
        from e in events
        let state = e.Data switch
        {
            SelfRegistered or RegistrationResubmitted => RegistrationState.Pending,
            RegistrationReturned => RegistrationState.Returned,
            RegistrationConfirmed => RegistrationState.Confirmed,
            _ => default(RegistrationState?),
        }
        where state is not null
        group (State: $"{state}", At: e.Timestamp) by e.StreamId into stream
        select new RegistrationRow(stream.Key, stream.Last().State, stream.Last().At);

    private static bool IsAddress(object e) => e is PersonalDataChanged changed && changed.Items.Contains(PersonalItem.Address);

    private static IEnumerable<(Guid Stream, TEvent Event)> LastOf<TEvent>(IReadOnlyList<StoredEvent> events, Func<TEvent, bool>? which = null) =>
        events.Where(it => it.Data is TEvent data && which?.Invoke(data) is not false).GroupBy(it => it.StreamId).Select(it => (it.Key, (TEvent)it.Last().Data));

    private sealed record RegistrationRow(Guid Id, string State, DateTimeOffset At);

    private sealed record StandingRow(
        Guid Id, string? County, string? Prefecture, bool Jma, string WorkplacePrefecture, string Desk, string DeskPrefecture);
}
