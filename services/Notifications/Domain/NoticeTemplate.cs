using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>The words of one kind of notice, as they were written over the years on top of the shipped ones.</summary>
public sealed record NoticeTemplate : IEvolve<NoticeTemplate>
{
    /// <summary>In the order in which they were written; the shipped words are not among them.</summary>
    public IReadOnlyList<Words> Written { get; init; } = [];

    /// <summary>One version.</summary>
    public sealed record Words(int Version, DateOnly Since, string Subject, string Text);

    public static Guid IdOf(NoticeKind kind) => DeterministicId.From("notice-template", kind);

    public int Next => Written.Count + Shipped + 1;

    /// <summary>What goes out on a day; of two versions for the same day the later written one. Null means the shipped words.</summary>
    public Words? On(DateOnly day) => Written.Where(it => it.Since <= day).MaxBy(it => (it.Since, it.Version));

    public NoticeTemplate Evolve(object @event) => @event switch
    {
        TemplateWritten e => this with { Written = [.. Written, new(e.Version, e.Since, e.Subject, e.Text)] },
        _ => this,
    };

    /// <summary>The version that came with the system.</summary>
    public const int Shipped = 1;
}
