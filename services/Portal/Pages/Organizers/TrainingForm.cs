using Mamis.Portal.Gateway;
using Mamis.Portal.Shared;

namespace Mamis.Portal.Pages.Organizers;

/// <summary>A training as it is typed; it comes back from every answer as it was sent, so that nothing is typed twice.</summary>
public sealed record TrainingForm(string Title, string Prefecture, IReadOnlyList<SessionForm> Sessions)
{
    /// <summary>As many as the API takes.</summary>
    private const int MostSessions = 100;

    public static TrainingForm Empty { get; } = new(string.Empty, string.Empty, [SessionForm.Empty]);

    /// <summary>Every field there is, so that the list of mistakes can lead to it.</summary>
    public string[] Names =>
        ["title", "prefecture", .. Enumerable.Range(0, Sessions.Count).SelectMany(i => SessionForm.Names.Select(part => $"{At(i)}.{part}"))];

    public static string At(int session) => $"sessions[{session}]";

    public static TrainingForm Of(Training training) =>
        new(training.Title, training.Prefecture, [.. training.Sessions.Select(SessionForm.Of)]);

    /// <summary>What was sent, without the sessions that were marked to be left out.</summary>
    public static TrainingForm Typed(IFormCollection form) => new(
        form["title"].ToString(),
        form["prefecture"].ToString(),
        [
            .. Enumerable.Range(0, MostSessions).Select(At)
                .TakeWhile(at => form.ContainsKey($"{at}.title"))
                .Where(at => !form.ContainsKey($"{at}.remove"))
                .Select(at => SessionForm.Typed(form, at)),
        ]);

    /// <summary>One more session, on the day and at the place of the last.</summary>
    public TrainingForm WithOneMore() =>
        this with { Sessions = [.. Sessions, Sessions is [.., var last] ? last.Next() : SessionForm.Empty] };

    /// <summary>The training as the API takes it; what cannot be read is noted at its field.</summary>
    public object Read(Mistakes mistakes)
    {
        if (string.IsNullOrWhiteSpace(Title))
        {
            mistakes.Add("title", "plan.title-missing");
        }

        if (Prefecture.Length == 0)
        {
            mistakes.Add("prefecture", "plan.prefecture-missing");
        }

        if (Sessions.Count == 0)
        {
            mistakes.Add(string.Empty, "plan.sessions-missing");
        }

        return new { title = Title.Trim(), prefecture = Prefecture, sessions = Sessions.Select((it, i) => it.Read(At(i), mistakes)).ToArray() };
    }
}
