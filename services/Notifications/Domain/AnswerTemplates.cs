using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>Words that the desk of an association answers with again and again. They are about the matter, never about a person.</summary>
public sealed record AnswerTemplates : IEvolve<AnswerTemplates>
{
    public const int Most = 100;

    public const int LongestTitle = 60;

    /// <summary>In the order in which they were first written.</summary>
    public IReadOnlyList<Template> All { get; init; } = [];

    /// <param name="Title">Under which the staff finds it.</param>
    /// <param name="Text">What goes into the answer, where it may be changed before it is sent.</param>
    public sealed record Template(Guid Id, string Title, string Text);

    public static Guid IdOf(string association) => DeterministicId.From("answer-templates", association);

    public AnswerTemplates Evolve(object @event) => @event switch
    {
        AnswerTemplateWritten e when All.Any(it => it.Id == e.Id) => this with { All = [.. All.Select(it => it.Id == e.Id ? new(e.Id, e.Title, e.Text) : it)] },
        AnswerTemplateWritten e => this with { All = [.. All, new(e.Id, e.Title, e.Text)] },
        AnswerTemplateRemoved e => this with { All = [.. All.Where(it => it.Id != e.Id)] },
        _ => this,
    };
}

/// <summary>The desk has words for an answer, new ones or better ones under the same id.</summary>
public sealed record AnswerTemplateWritten(Guid Id, string Title, string Text, StaffId By);

/// <summary>The desk does not offer them any more; answers that were given with them stay.</summary>
public sealed record AnswerTemplateRemoved(Guid Id, StaffId By);
