using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Views;

/// <summary>Every renewal run there was: for which day, who started it, when, and what it found. The schedule reads here how far it has come.</summary>
public static class RenewalRuns
{
    public const string Tables =
        """
        create table if not exists renewal_runs (
            id         uuid        primary key,
            as_of      date        not null,
            started_by text        not null,
            starter    uuid,
            started_at timestamptz not null,
            ended_at   timestamptz,
            created    integer,
            existing   integer
        );
        create index if not exists renewal_runs_of_schedule on renewal_runs (as_of) where started_by = 'Schedule' and ended_at is not null;
        """;

    private const int PageSize = 100;

    /// <summary>Longer than any run: what has not ended by then died with its process.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <param name="At">The time of day at which the schedule runs.</param>
    /// <param name="LastDay">The latest day the schedule has run; null before its first.</param>
    /// <param name="Runs">One page of the runs, the latest first.</param>
    /// <param name="Next">Give it as <c>cursor</c> for the next page; null on the last one.</param>
    public sealed record Answer(TimeOnly At, DateOnly? LastDay, IReadOnlyList<Run> Runs, Guid? Next);

    /// <summary>One run.</summary>
    public sealed record Run
    {
        public required Guid Id { get; init; }

        public required DateOnly AsOf { get; init; }

        public required StarterKind StartedBy { get; init; }

        /// <summary>The account of the client or the person.</summary>
        public Guid? Starter { get; init; }

        public required DateTimeOffset StartedAt { get; init; }

        public DateTimeOffset? EndedAt { get; init; }

        public required RunState State { get; init; }

        public int? Created { get; init; }

        public int? Existing { get; init; }
    }

    /// <summary>How far a run has come.</summary>
    public enum RunState
    {
        Running,
        Ended,

        /// <summary>It never ended; the schedule runs such a day again.</summary>
        BrokenOff,
    }

    public static async Task<Ok<Answer>> Get(Guid? cursor, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var runs = await database.List<Run>(
            $"""
             select id, as_of, started_by, starter, started_at, ended_at, created, existing,
                 case when ended_at is not null then 'Ended' when started_at > @since then 'Running' else 'BrokenOff' end as state
             from renewal_runs where @cursor::uuid is null or id < @cursor order by id desc limit {PageSize}
             """,
            new { cursor, since = clock.GetUtcNow() - Longest },
            cancellation);

        return TypedResults.Ok(new Answer(
            RenewalSchedule.On(clock.Today()).At, await LastScheduled(database, cancellation), runs, runs.Count == PageSize ? runs[^1].Id : null));
    }

    /// <summary>The latest day the schedule has run to its end.</summary>
    public static Task<DateOnly?> LastScheduled(NpgsqlDataSource database, CancellationToken cancellation) => database.Find<DateOnly?>(
        "select max(as_of) from renewal_runs where started_by = 'Schedule' and ended_at is not null", new { }, cancellation);

    public static async Task<Guid> Begin(DateOnly asOf, Starter starter, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var (id, now) = (Guid.CreateVersion7(clock.GetUtcNow()), clock.GetUtcNow());
        await database.Do(
            "insert into renewal_runs (id, as_of, started_by, starter, started_at) values (@id, @asOf, @kind, @starter, @now)",
            new { id, asOf, kind = starter.Kind.ToString(), starter = starter.Id, now },
            cancellation);

        return id;
    }

    public static Task End(Guid id, (int Created, int Existing) found, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation) =>
        database.Do(
            "update renewal_runs set ended_at = @now, created = @Created, existing = @Existing where id = @id",
            new { id, now = clock.GetUtcNow(), found.Created, found.Existing },
            cancellation);
}
