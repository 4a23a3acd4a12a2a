using System.Security.Claims;
using System.Text.Json.Serialization;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Eligibility;
using Mamis.Certification.Features;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Views;

/// <summary>What the rules say of a physician's own credits on a day, and what became of each (G1).</summary>
/// <param name="Reasons">What units, days and certificate lack. Documents belong to an application and are named apart.</param>
/// <param name="DocumentsNeeded">Reasons that only documents attached to an application will cure.</param>
/// <param name="RuleVersions">The dated rule sets the answer rests on.</param>
public sealed record Evaluation(
    bool Eligible,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<string> Flags,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Counted? Counted,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Evaluation.Validity? NewValidity,
    IReadOnlyList<string> DocumentsNeeded,
    IReadOnlyList<Evaluation.Missing> Shortages,
    IReadOnlyList<Evaluation.Line> Credits,
    int WebUnitsOverCap,
    IReadOnlyList<string> RuleVersions)
{
    private static readonly DocumentAttached[] EveryDocument =
        [.. Enum.GetValues<DocumentKind>().Select(kind => new DocumentAttached(default, kind, Type: null, CompletedOn: null))];

    public sealed record Validity(DateOnly ValidFrom, DateOnly ValidTo);

    public sealed record Missing(string Code, string? Item, int Required, int Counted);

    /// <summary>One credit: with how many units it counts, and as what; or the flag that dropped it.</summary>
    public sealed record Line(
        Guid? EntryId, DateOnly Date, string Category, string? Item, int Units, string Source, int CountedUnits, string? Flag);

    public static async Task<Results<Ok<Evaluation>, ProblemHttpResult>> Get(
        string physician, string? scheme, string? kind, DateOnly? asOf, ClaimsPrincipal user, PhysicianFiles files, TimeProvider clock,
        CancellationToken cancellation)
    {
        if (Codes.Find<Scheme>(scheme) is not { } askedScheme || Codes.Find<ApplicationKind>(kind) is not { } askedKind)
        {
            return Asked(scheme, kind).ToProblem();
        }

        var id = physician == "me" ? user.Subject() : Guid.TryParse(physician, out var named) ? named : Guid.Empty;
        var file = await files.Load(new(id), askedScheme, cancellation);

        return id == user.Subject() || user.Reaches(file.Standing)
            ? TypedResults.Ok(Of(file, askedKind, asOf ?? clock.Today()))
            : Refusals.PhysicianUnknown.ToProblem();
    }

    private static IReadOnlyList<Refusal> Asked(string? scheme, string? kind) =>
    [
        .. Domain.Eligibility.Reasons.When(Codes.Find<Scheme>(scheme) is null, BadInput.InvalidField.For("scheme")),
        .. Domain.Eligibility.Reasons.When(Codes.Find<ApplicationKind>(kind) is null, BadInput.InvalidField.For("kind")),
    ];

    public static Evaluation Of(PhysicianFile file, ApplicationKind kind, DateOnly asOf)
    {
        var answer = Examination.Of(file.ToCase(kind, asOf, application: default, EveryDocument));
        var bare = Examination.Of(file.ToCase(kind, asOf, application: default, documents: []));

        return new(
            answer.Eligible,
            [.. answer.Reasons.Select(it => it.Code)],
            answer.Flags,
            answer.Counted,
            answer.NewValidity is { } term ? new(term.From, term.To) : null,
            [.. bare.Reasons.Except(answer.Reasons).Select(it => it.Code)],
            [.. answer.Shortages.Select(it => new Missing(it.Reason.Code, it.Item, it.Required, it.Counted))],
            [.. answer.Credits.Select(LineOf)],
            answer.WebUnitsOverCap,
            answer.RuleVersions);
    }

    private static Line LineOf(CreditVerdict verdict) => new(
        verdict.Credit.EntryId,
        verdict.Credit.Date,
        Codes.Of(verdict.Credit.Category),
        verdict.Credit.Item,
        verdict.Credit.Units,
        Codes.Of(verdict.Credit.Source),
        verdict.Units,
        verdict.Flag);
}
