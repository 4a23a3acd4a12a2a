using System.Security.Claims;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using Npgsql;

namespace Mamis.Notifications.Views.Inquiries;

/// <summary>Which inquiries a caller may read: the own, those sent to the own desk, and those of physicians the association reaches today (D4).</summary>
/// <remarks>What a physician asks the support centre is between the two, so no desk reads it.</remarks>
public static class InquiryReach
{
    public const string From = "inquiry_cards i left join standings s on s.physician_id = i.physician_id";

    private const string OfStaff = $"(i.desk = @association or (i.desk <> 'JMA' and {Standings.Covered}))";

    public static string Of(ClaimsPrincipal user) => user.Physician() is null ? OfStaff : "i.physician_id = @me";

    /// <summary>The card of one inquiry; null where there is none within reach.</summary>
    public static async Task<InquiryCard?> Find(Guid id, ClaimsPrincipal user, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var card = await database.Find<InquiryCard>(
            $"select {InquiryCard.Columns} from {From} where i.id = @id and {Of(user)}",
            new { id, me = user.Subject(), association = user.AssociationCode() },
            cancellation);

        return card is null ? null : card.For(user);
    }

    /// <summary>A physician deals with the desk, not with one of its people.</summary>
    public static InquiryCard For(this InquiryCard card, ClaimsPrincipal user) => user.Physician() is null ? card : card with { AssignedTo = null };
}
