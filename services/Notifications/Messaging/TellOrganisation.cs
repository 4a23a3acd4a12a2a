using System.Globalization;
using Mamis.EventStore;
using Mamis.Kernel;

namespace Mamis.Notifications.Messaging;

/// <summary>The work left with a notice for an association or an organizer: show it on their page, and mail it to their staff.</summary>
public sealed record TellOrganisation(Guid NoticeId)
{
    public const string Kind = "tell-organisation";

    /// <summary>The next attempt, after as many deferrals as there were.</summary>
    public static StoreCommand After(Guid notice, int deferrals, DateTimeOffset due) =>
        new(DeterministicId.From(Kind, notice, deferrals), Kind, new TellOrganisation(notice), due);

    /// <summary>One more attempt on a day, whatever became of the earlier ones.</summary>
    public static StoreCommand Again(Guid notice, DateOnly day, DateTimeOffset due) =>
        new(DeterministicId.From(Kind, notice, day.ToString("O", CultureInfo.InvariantCulture)), Kind, new TellOrganisation(notice), due);
}
