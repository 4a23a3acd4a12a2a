using Mamis.EventStore;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>What the tests of notices to associations and organizers do again and again.</summary>
internal static class OrganisationSteps
{
    /// <summary>Waits until no work is left.</summary>
    public static Task AllDone(this NotificationsApp app) => NotificationsApp.Eventually(async () =>
        await app.Database.Find<int>("select count(*)::integer from mamis_commands where done_at is null", new { }, CancellationToken.None) == 0 ? "done" : null);

    /// <summary>Kind and receiver of every notice an organisation was told.</summary>
    public static Task<IReadOnlyList<string>> Told(this NotificationsApp app) => app.Database.List<string>(
        "select kind || ' ' || organisation from notice_cards where organisation is not null and state = 'Sent' order by 1", new { }, CancellationToken.None);
}
