using System.Security.Claims;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Views;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Features;

/// <summary>What a scheduler calls every day; repeating a run, or running two at once, adds nothing.</summary>
public static class RunRenewals
{
    public const string Scope = "renewal-runs";

    public sealed record Request(string? AsOf = null);

    public sealed record Answer(DateOnly AsOf, int Created, int Existing, IReadOnlyDictionary<NoticeKind, Counts> ByKind);

    public sealed record Counts(int Created, int Existing);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request? request, ClaimsPrincipal user, ScheduleRenewalNotices schedule, ResumeDeliveries resume,
        NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        if (!user.IsInRole(Roles.JmaStaff) && !user.HasScope(Scope))
        {
            return Refusals.RunsNotAllowed.ToProblem();
        }

        var (asOf, refusal) = RunDay.Read(request?.AsOf, clock.Today());

        if (refusal is not null)
        {
            return refusal.ToProblem();
        }

        var created = await schedule.On(asOf, cancellation);
        await resume.Run(cancellation);

        return TypedResults.Ok(AnswerTo(asOf, created, await DueNotice.Count(asOf, database, cancellation)));
    }

    private static Answer AnswerTo(
        DateOnly asOf, IReadOnlyDictionary<NoticeKind, int> created, IReadOnlyDictionary<NoticeKind, int> all)
    {
        var counts = all.Keys.Union(created.Keys).Order().ToDictionary(
            kind => kind,
            kind => new Counts(created.GetValueOrDefault(kind), Math.Max(0, all.GetValueOrDefault(kind) - created.GetValueOrDefault(kind))));

        return new(asOf, counts.Values.Sum(it => it.Created), counts.Values.Sum(it => it.Existing), counts);
    }
}
