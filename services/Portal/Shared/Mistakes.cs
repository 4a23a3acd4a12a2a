using Mamis.Portal.Gateway;

namespace Mamis.Portal.Shared;

/// <summary>What is wrong with a form: all of it at once, each with the field to go to.</summary>
public sealed class Mistakes
{
    private readonly List<Mistake> _all = [];

    /// <summary>One mistake; without a field it concerns the whole.</summary>
    public sealed record Mistake(string? Field, string Text);

    public IReadOnlyList<Mistake> All => _all;

    public bool Any => _all.Count > 0;

    public void Add(string field, string key) => _all.Add(new(field, Words.Say(key)));

    public void Add(Problem problem) => _all.AddRange(problem.Refusals
        .Select(it => new Mistake(it.Subject, Words.Explain(it.Code)))
        .Distinct());

    public string? At(string field) => _all.FirstOrDefault(it => it.Field == field)?.Text;
}
