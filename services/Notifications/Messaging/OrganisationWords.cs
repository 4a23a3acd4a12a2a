using System.Globalization;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Messaging;

/// <summary>The places in a text that only notices to desks and organizers have.</summary>
public static class OrganisationWords
{
    public static string? ValueOf(string field, NoticeScheduled notice) => field switch
    {
        "training" => notice.Details?.Training?.Title,
        "organizer" => notice.Details?.Training?.Organizer,
        "heldOn" => Day(notice.Details?.Training?.LastDay),
        "days" => Number(notice.Details?.Training?.Days),
        "deadline" => Day(notice.Details?.Desk?.Deadline),
        "answerBy" => Day(notice.Details?.AnswerBy),
        "open" => Number(notice.Details?.Desk?.Open),
        "oldest" => Day(notice.Details?.Desk?.OldestSubmittedOn),
        _ => throw new InvalidOperationException($"A notice has nothing for {field}."),
    };

    /// <summary>Where the staff finds it.</summary>
    public static Uri PageOf(NoticeScheduled notice, Uri site) =>
        new(site, notice.Kind.ToldTo() is Audience.Organizer ? "/organizer/notices" : "/desk/notices");

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString(Wording.Word("date"), CultureInfo.InvariantCulture);
}
