using Mamis.Certification.Domain;
using Mamis.EventStore;
using Mamis.Kernel;

namespace Mamis.Certification.Features.Desks;

/// <summary>What a desk writes to the physician. The words may be personal, so they are rows beside the events.</summary>
public static class Remarks
{
    private const int LongestText = 2_000;

    public const string Table =
        """
        create table if not exists remark (
            remark_id uuid not null, position integer not null, application_id uuid not null, item text not null, text text not null,
            primary key (remark_id, position));
        create index if not exists remark_application on remark (application_id);
        """;

    /// <summary>One point: the document or field concerned, and what is to be done about it.</summary>
    public sealed record Point(string Item, string Text);

    /// <summary>Everything that makes these points unusable.</summary>
    public static IReadOnlyList<Refusal> Examine(IReadOnlyList<Point> points) => points is []
        ? [Refusals.ReasonMissing]
        :
        [
            .. points.SelectMany((it, i) => new[]
            {
                string.IsNullOrWhiteSpace(it.Item) ? Refusals.ReasonMissing.For($"reasons[{i}].item") : null,
                string.IsNullOrWhiteSpace(it.Text) || it.Text.Length > LongestText ? Refusals.ReasonMissing.For($"reasons[{i}].text") : null,
            }).OfType<Refusal>(),
        ];

    public static Sql Rows(RemarkId remark, Guid application, IReadOnlyList<Point> points) => Sql.ForEach(
        "insert into remark (remark_id, position, application_id, item, text) select remark_id, position, application_id, item, text from rows",
        points.Select((it, i) => new Row(remark, i, application, it.Item, it.Text)));

    private sealed record Row(RemarkId RemarkId, int Position, Guid ApplicationId, string Item, string Text);
}
