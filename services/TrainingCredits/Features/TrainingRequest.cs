using System.Security.Claims;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Features;

/// <summary>A training as an organizer sends it. Every field may be missing here, so that all that are can be named at once.</summary>
public sealed record TrainingRequest(
    string? Title = null, string? Prefecture = null, IReadOnlyList<SessionRequest?>? Sessions = null)
{
    private const int MostSessions = 100;

    public DraftTraining.Command Read(Fields fields, TrainingId id, ClaimsPrincipal user)
    {
        var sessions = Sessions ?? [];
        fields.Require(Association.IsPrefecture(Prefecture), "prefecture", "Two digits from 01 to 47.");
        fields.Require(sessions.Count is > 0 and <= MostSessions, "sessions", $"1 to {MostSessions} sessions.");

        return new(
            user.AssociationCode(),
            user.Staff(),
            fields.Text("title", Title, most: 200),
            Prefecture ?? string.Empty,
            [.. sessions.Take(MostSessions).Select((it, i) => (it ?? new()).Read(fields, id, i + 1))]);
    }
}

/// <summary>A session as an organizer sends it.</summary>
public sealed record SessionRequest(
    string? Title = null,
    string? Date = null,
    string? Start = null,
    string? End = null,
    string? Place = null,
    string? Mode = null,
    string? Category = null,
    string? Item = null,
    int? Units = null,
    int? Capacity = null,
    string? Topic = null,
    string? SecondCategory = null,
    string? Format = null)
{
    private const int MostUnits = 24;

    public Session Read(Fields fields, TrainingId training, int number)
    {
        var at = $"sessions[{number - 1}].";
        var session = new Session(
            Session.IdOf(training, number),
            number,
            fields.Text(at + "title", Title, most: 200),
            fields.Day(at + "date", Date),
            fields.Time(at + "start", Start),
            fields.Time(at + "end", End),
            fields.Text(at + "place", Place, most: 200),
            fields.Choice<Mode>(at + "mode", Mode),
            fields.Choice<Category>(at + "category", Category),
            Item,
            fields.Whole(at + "units", Units, MostUnits),
            Capacity is null ? null : fields.Whole(at + "capacity", Capacity, most: 100_000),
            fields.OptionalText(at + "topic", Topic, most: 100),
            fields.OptionalChoice<Category>(at + "secondCategory", SecondCategory),
            fields.OptionalChoice<TrainingFormat>(at + "format", Format));

        fields.Require(Start is null || End is null || session.Start < session.End, at + "end", "After the start.");
        fields.Require(Item is null || Items.Belongs(Item, session.Category), at + "item", "An item of the category.");
        fields.Require(SecondCategory is null || session.SecondCategory != session.Category, at + "secondCategory", "Another category than the first.");

        return session;
    }
}
