using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain;

/// <summary>A session of a training: one lecture or visit with the units it gives.</summary>
/// <param name="Number">From 1, in the order of the draft; an attendance list may say it instead of the id.</param>
/// <param name="Topic">Topic code, kept because rules by topic are under discussion (domain.md 3.12).</param>
/// <param name="SecondCategory">Of a session that is designated twice (rule U2).</param>
public sealed record Session(
    SessionId Id,
    int Number,
    string Title,
    DateOnly Date,
    TimeOnly Start,
    TimeOnly End,
    string Place,
    Mode Mode,
    Category Category,
    string? Item,
    int Units,
    int? Capacity,
    string? Topic,
    Category? SecondCategory,
    TrainingFormat? Format)
{
    /// <summary>
    /// Everything the session is designated as. A physician is given an entry for each, because which of them fits is
    /// known only when it is counted: basic units never serve a renewal and lifelong ones never a new certificate (U3).
    /// </summary>
    public IReadOnlyList<Category> AllCategories() => SecondCategory is { } second ? [Category, second] : [Category];

    /// <summary>From this moment on nobody signs up or gives up a place.</summary>
    public DateTimeOffset BeginsAt() => BusinessCalendar.StartOf(Date) + Start.ToTimeSpan();

    public DateTimeOffset EndsAt() => BusinessCalendar.StartOf(Date) + End.ToTimeSpan();

    /// <summary>Why nobody can have attended it this way, or null when somebody can (rule U7).</summary>
    public Refusal? Excludes(Mode attended) => (Mode, attended) switch
    {
        (Mode.Onsite, Mode.Web) => RowRefusals.WebNotAllowed,
        (Mode.Web, Mode.Onsite) => RowRefusals.OnsiteNotHeld,
        _ => null,
    };

    public static SessionId IdOf(TrainingId training, int number) =>
        new(DeterministicId.From("session", training.Value, number));
}
