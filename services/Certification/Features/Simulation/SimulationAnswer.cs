using System.Text.Json.Serialization;
using Mamis.Certification.Domain.Eligibility;

namespace Mamis.Certification.Features.Simulation;

/// <summary>The answer in the published format and nothing else; what does not apply is left out.</summary>
public sealed record SimulationAnswer(
    bool Eligible,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<string> Flags,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Counted? Counted,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SimulationAnswer.Validity? NewValidity)
{
    public static SimulationAnswer From(Answer answer) => new(
        answer.Eligible,
        [.. answer.Reasons.Select(it => it.Code)],
        answer.Flags,
        answer.Counted,
        answer.NewValidity is { } term ? new(term.From, term.To) : null);

    /// <summary>First and last day of a term.</summary>
    public sealed record Validity(DateOnly ValidFrom, DateOnly ValidTo);
}
