using Mamis.EventStore;
using Mamis.Identity.Domain;

namespace Mamis.Identity.Views;

/// <summary>Who acts for whom in which role; a session's token is made from it, so a change takes effect with the next token.</summary>
public sealed class StaffList : IInlineView
{
    public string Name => "staff-list";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["staff_list"];

    public string Schema =>
        """
        create table if not exists staff_list (
            staff_id    uuid primary key,
            role        text not null,
            association text not null
        );
        """;

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        var last = events.Where(it => it.Data is StaffMemberAppointed or StaffAccountEnded).GroupBy(it => it.StreamId).Select(it => it.Last()).ToList();

        yield return Sql.ForEach(
            """
            insert into staff_list (staff_id, role, association) select id, role, association from rows
            on conflict (staff_id) do update set role = excluded.role, association = excluded.association
            """,
            from e in last
            let appointed = e.Data as StaffMemberAppointed
            where appointed is not null
            select new { Id = e.StreamId, appointed.Role, appointed.Association });

        yield return Sql.ForEach(
            "delete from staff_list s using rows r where s.staff_id = r.id",
            last.Where(it => it.Data is StaffAccountEnded).Select(it => new { Id = it.StreamId }));
    }
}
