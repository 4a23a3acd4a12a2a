using System.Security.Claims;
using Dapper;
using Mamis.Certification.Features;
using Mamis.Certification.Views.Rounds;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>What waits at one desk: what it must hand on first comes first, then the oldest.</summary>
/// <param name="Overdue">How many should have been handed on before today.</param>
/// <param name="Soon">How many must be handed on within a week, today included.</param>
public sealed record DeskQueue(string Desk, int Overdue, int Soon, IReadOnlyList<DeskQueue.Waiting> Applications)
{
    private const int Most = 500;
    private const int DaysOfSoon = 7;

    private const string Query =
        $"""
        select * from (
            select c.*, {IntakeCases.ForwardBy} as forward_by, r.fiscal_year, r.number from {IntakeCases.AtDesk}
            where c.desk = @desk and c.status = 'AtDesk') it
        where @due is null or (@due = 'Overdue' and forward_by < @today) or (@due = 'Soon' and forward_by between @today and @soon)
        order by forward_by nulls last, changed_at limit @most;

        select coalesce(sum((forward_by < @today)::integer), 0)::integer, coalesce(sum((forward_by between @today and @soon)::integer), 0)::integer
        from (select {IntakeCases.ForwardBy} as forward_by from {IntakeCases.AtDesk} where c.desk = @desk and c.status = 'AtDesk') it
        """;

    /// <summary>Which part of a queue is asked for.</summary>
    public enum Due
    {
        Overdue,
        Soon,
    }

    /// <param name="AgeInDays">Whole days since it came to this desk.</param>
    /// <param name="Intake">Until when it must be handed on; null at the JMA and where there is no calendar.</param>
    public sealed record Waiting(ApplicationCase Application, int AgeInDays, Forwarding? Intake);

    /// <param name="ForwardBy">The last day on which this desk hands on in time for the round.</param>
    /// <param name="DaysLeft">0 on that day, negative after it.</param>
    public sealed record Forwarding(int FiscalYear, int Number, DateOnly ForwardBy, int DaysLeft);

    public static async Task<Results<Ok<DeskQueue>, ProblemHttpResult>> Get(
        string? due, ClaimsPrincipal user, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var part = Codes.Find<Due>(due);

        if (due is { Length: > 0 } && part is null)
        {
            return BadInput.InvalidField.For("due").ToProblem();
        }

        var (today, now) = (clock.Today(), clock.GetUtcNow());
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var found = await connection.QueryMultipleAsync(new CommandDefinition(
            Query, new { desk = user.Desk(), due = part?.ToString(), today, soon = today.AddDays(DaysOfSoon), most = Most }, cancellationToken: cancellation));
        var waiting = found.Read<ApplicationCase, ForwardRow?, Waiting>((it, row) => new(it, (now - it.ChangedAt).Days, row?.On(today)), splitOn: "forward_by").ToList();
        var (overdue, soon) = await found.ReadSingleAsync<(int, int)>();

        return TypedResults.Ok(new DeskQueue(user.Desk(), overdue, soon, waiting));
    }

    private sealed record ForwardRow
    {
        public DateOnly? ForwardBy { get; init; }

        public int FiscalYear { get; init; }

        public int Number { get; init; }

        public Forwarding? On(DateOnly today) => ForwardBy is { } day ? new(FiscalYear, Number, day, day.DayNumber - today.DayNumber) : null;
    }
}
