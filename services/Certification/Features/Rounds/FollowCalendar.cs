using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Rounds;
using Mamis.Certification.Views.Rounds;
using Mamis.EventStore;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.Certification.Features.Rounds;

/// <summary>Asks again with which round an application goes: its round was withdrawn, or there was no calendar when it came.</summary>
public static class FollowCalendar
{
    public sealed record Command(IReadOnlyList<RoundAtDesk> Rounds);

    /// <summary>The day it was submitted decides, as it did then.</summary>
    public static Decision Decide(Application application, Command command) =>
        application.IsUnderWay && command.Rounds.OpenOn(application.SubmittedOn) is var round && round != application.IntakeRound
            ? Decision.Append(new IntakeRoundAssigned(round))
            : Decision.Nothing;
}

/// <summary>Looks for such cases; two nodes looking at once is harmless, since the rule answers the same twice.</summary>
public sealed class FollowCalendarSweep(
    IEventStore store, NpgsqlDataSource database, IntakeCalendar calendar, TimeProvider clock, ILogger<FollowCalendarSweep> logger) : BackgroundService
{
    private const string Stranded =
        """
        select i.application_id from intake_case i join application_case c on c.id = i.application_id
        left join intake_round r on r.id = i.round_id
        where c.status in ('AwaitingCredits', 'CreditsShort', 'AtDesk', 'Returned') and (r.withdrawn or (i.round_id is null and exists (
            select 1 from intake_round it
            left join intake_window own on own.round_id = it.id and own.association = i.first_desk
            left join intake_window behind on behind.round_id = it.id and behind.association = left(i.first_desk, 2)
            where it.scheme = c.scheme and not it.withdrawn and least(own.closes, behind.closes, it.deadline) >= c.submitted_on)))
        """;

    private const int AtOnce = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or StreamVersionException)
            {
                logger.LogWarning(e, "Following the calendar is put off to the next look");
            }
        }
    }

    /// <summary>A withdrawn round may strand the cases of a whole country: they are judged by the hundred, one calendar a desk.</summary>
    public async Task Sweep(CancellationToken cancellation)
    {
        var calendars = new Dictionary<(string Desk, Scheme Scheme), IReadOnlyList<RoundAtDesk>>();

        foreach (var some in (await database.List<Guid>(Stranded, new { }, cancellation)).Chunk(AtOnce))
        {
            var changes = new Changes();

            foreach (var (id, stream) in await store.LoadMany<Application>(some, cancellation))
            {
                var key = (stream.State.Desks[0], stream.State.Scheme);
                var rounds = calendars[key] = calendars.GetValueOrDefault(key) ?? await calendar.At(key.Item1, key.Scheme, cancellation);
                changes.Append<Application>(id, stream.Version, FollowCalendar.Decide(stream.State, new(rounds)).Events);
            }

            await store.Append(changes, cancellation);
        }
    }
}
