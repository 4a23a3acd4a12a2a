using Mamis.Kernel;
using Mamis.ServiceDefaults;

namespace Mamis.Certification.Views.ForNotices;

/// <summary>What Notifications asks before it tells somebody something: for many at once, by id, and only for another service.</summary>
public static class NoticeFacts
{
    /// <summary>The most that is asked, or answered, at once.</summary>
    public const int Most = 1_000;

    public static void MapNoticeFacts(this WebApplication app)
    {
        app.MapPost("/internal/missing-credits", MissingCredits.Get).For(Roles.Service);
        app.MapPost("/internal/awaited-receipts", AwaitedReceipts.Get).For(Roles.Service);
    }
}
