using System.Globalization;
using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Features;
using Mamis.Kernel;

namespace Mamis.Certification.Views.Ending;

/// <summary>The days and the association that are looked at, and whether the caller may see them.</summary>
/// <param name="After">Where the page before ended; null on the first.</param>
public sealed record EndingRequest(DateOnly From, DateOnly To, string Association, DateOnly Today, EndingRequest.Position? After)
{
    private const int MostYears = 10;

    /// <summary>The last certificate of a page.</summary>
    public sealed record Position(DateOnly ValidTo, Guid Id)
    {
        private const string Day = "yyyyMMdd";

        public override string ToString() => $"{ValidTo.ToString(Day, CultureInfo.InvariantCulture)}{Id:N}";

        public static Position? Read(string text) =>
            text.Length > Day.Length
            && DateOnly.TryParseExact(text[..Day.Length], Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var validTo)
            && Guid.TryParseExact(text[Day.Length..], "N", out var id)
                ? new(validTo, id)
                : null;
    }

    /// <summary>What a caller writes; without days it is the year that begins with this month.</summary>
    public sealed record Query(DateOnly? From, DateOnly? To, string? Association, string? Cursor);

    public static (EndingRequest Request, IReadOnlyList<Refusal> Refusals) Read(Query query, ClaimsPrincipal user, DateOnly today)
    {
        var from = query.From ?? new DateOnly(today.Year, today.Month, 1);
        var after = query.Cursor is { Length: > 0 } cursor ? Position.Read(cursor) : null;
        var request = new EndingRequest(from, query.To ?? from.YearsAfter(1).AddDays(-1), query.Association ?? user.Desk(), today, after);

        return (request,
        [
            .. request.To < from || request.To > from.YearsAfter(MostYears) ? [Refusals.PeriodUnusable] : (Refusal[])[],
            .. Reaches(user.Desk(), request.Association) ? (Refusal[])[] : [Refusals.AssociationOutOfReach],
            .. query.Cursor is { Length: > 0 } && after is null ? [BadInput.InvalidField.For("cursor")] : (Refusal[])[],
        ]);
    }

    private static bool Reaches(string own, string asked) => (Kernel.Association.TierOf(own), Kernel.Association.TierOf(asked)) switch
    {
        (Tier.Jma, not null) => true,
        (Tier.Prefecture, Tier.County) => Kernel.Association.PrefectureOf(asked) == own,
        _ => own == asked,
    };
}
