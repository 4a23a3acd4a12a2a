using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Views.Inquiries;

/// <summary>The inquiries of the physician who asks, or the queue of the asking desk: who has waited longest for an answer comes first.</summary>
public static class InquiryList
{
    private const int PageSize = 100;

    private const string Own = "i.physician_id = @me";

    private const string OfDesk = "i.desk = @association";

    /// <param name="Inquiries">The first hundred of them.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record Answer(IReadOnlyList<Line> Inquiries, int Total, Support Support);

    /// <param name="WaitingDays">For so many days the desk has owed an answer; null while it owes none.</param>
    public sealed record Line(InquiryCard Inquiry, int? WaitingDays);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Get(
        string? state, ClaimsPrincipal user, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        if (state is not (null or "open" or "closed"))
        {
            return InquiryRefusals.StateUnknown.ToProblem();
        }

        var isPhysician = user.Physician() is not null;
        var where = $"{(isPhysician ? Own : OfDesk)} {OfState(state ?? (isPhysician ? null : "open"))}";
        var parameters = new { me = user.Subject(), association = user.AssociationCode() };
        var total = await database.Find<int>($"select count(*)::integer from inquiry_cards i where {where}", parameters, cancellation);
        var cards = await database.List<InquiryCard>(
            $"select {InquiryCard.Columns} from inquiry_cards i where {where} order by {OrderOf(isPhysician || state == "closed")} limit {PageSize}",
            parameters,
            cancellation);
        var today = clock.Today();

        return TypedResults.Ok(new Answer([.. cards.Select(it => new Line(it.For(user), DaysWaiting(it, today)))], total, Support.At(clock)));
    }

    private static string OfState(string? state) => state switch
    {
        "open" => "and i.state <> 'Closed'",
        "closed" => "and i.state = 'Closed'",
        _ => string.Empty,
    };

    private static string OrderOf(bool latestFirst) => latestFirst ? "i.changed_at desc, i.id" : "i.waiting_since nulls last, i.changed_at, i.id";

    private static int? DaysWaiting(InquiryCard card, DateOnly today) =>
        card.WaitingSince is { } since ? today.DayNumber - BusinessCalendar.DayOf(since).DayNumber : null;
}
