using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Eligibility;
using Mamis.Certification.Features;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Views;

/// <summary>What the rules would say if the physician attended some sessions and applied on some day. Stores nothing.</summary>
/// <param name="AsOf">The day of the application: the one asked for, else the last session, else today.</param>
/// <param name="Today">What they say as things are.</param>
/// <param name="Then">What they would say.</param>
public sealed record WhatIf(DateOnly AsOf, Evaluation Today, Evaluation Then)
{
    private const int MostSessions = 200;

    public sealed record Request(string? Scheme = null, string? Kind = null, DateOnly? AsOf = null, IReadOnlyList<Session>? Sessions = null);

    /// <summary>A session to come, attended for its whole length.</summary>
    /// <param name="Mode"><c>onsite</c> unless told otherwise, or <c>web</c>.</param>
    public sealed record Session(DateOnly? Date = null, string? Category = null, string? Item = null, int? Units = null, string? Mode = null);

    public static async Task<Results<Ok<WhatIf>, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, PhysicianFiles files, TimeProvider clock, CancellationToken cancellation)
    {
        var today = clock.Today();
        var sessions = request.Sessions ?? [];
        var day = request.AsOf ?? sessions.Select(it => it.Date).Append(today).Max() ?? today;

        if (Faults(request, sessions, day, today) is { Count: > 0 } faults)
        {
            return faults.ToProblem();
        }

        var file = await files.Load(new(user.Subject()), Codes.Find<Scheme>(request.Scheme) ?? default, cancellation);
        var kind = Codes.Find<ApplicationKind>(request.Kind) ?? default;
        var attended = file with { Credits = [.. file.Credits, .. sessions.Select(CreditOf)] };

        return TypedResults.Ok(new WhatIf(day, Evaluation.Of(file, kind, today), Evaluation.Of(attended, kind, day)));
    }

    private static IReadOnlyList<Refusal> Faults(Request request, IReadOnlyList<Session> sessions, DateOnly day, DateOnly today) =>
    [
        .. Faulty(Codes.Find<Scheme>(request.Scheme) is null, "scheme"),
        .. Faulty(Codes.Find<ApplicationKind>(request.Kind) is null, "kind"),
        .. Reasons.When(day < today, Refusals.DayOver.For("asOf")),
        .. Faulty(sessions.Count > MostSessions, "sessions"),
        .. sessions.SelectMany((it, i) => Faults(it, $"sessions[{i}]", day, today)),
    ];

    private static IEnumerable<Refusal> Faults(Session it, string at, DateOnly day, DateOnly today) =>
    [
        .. Faulty(it.Date is null, $"{at}.date"),
        .. Reasons.When(it.Date < today, Refusals.DayOver.For($"{at}.date")),
        .. Reasons.When(it.Date > day, Refusals.SessionAfterApplication.For($"{at}.date")),
        .. Faulty(Codes.Find<CreditCategory>(it.Category) is null, $"{at}.category"),
        .. Faulty(it.Item is { } item && !TrainingItems.Exists(item), $"{at}.item"),
        .. Faulty(it.Units is not (> 0 and <= MostSessions), $"{at}.units"),
        .. Faulty(it.Mode is not null && Codes.Find<ParticipationMode>(it.Mode) is null, $"{at}.mode"),
    ];

    private static IEnumerable<Refusal> Faulty(bool fault, string field) => Reasons.When(fault, BadInput.InvalidField.For(field));

    /// <summary>Each session is one of its own, so that two alike both count.</summary>
    private static Credit CreditOf(Session it, int place) => new(
        it.Date ?? default, Codes.Find<CreditCategory>(it.Category) ?? default, it.Item, it.Units ?? 0, CreditSource.Mamis, $"what-if {place}")
    {
        Mode = Codes.Find<ParticipationMode>(it.Mode) ?? ParticipationMode.Onsite,
    };
}
