using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Rounds;
using Mamis.EventStore;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.Certification.Views.Rounds;

/// <summary>Opens the calendar at one desk.</summary>
public sealed class IntakeCalendar(NpgsqlDataSource database)
{
    private const string FirstDesk = "select coalesce(county, workplace_prefecture) from physician_copy where physician_id = @Applicant";

    private const string Lines =
        $"""
        select r.id as round, r.fiscal_year, r.number, {IntakeCases.Closes} as closes, r.deadline
        from {IntakeCases.RoundsOfDesk} where r.scheme = @scheme and not r.withdrawn
        """;

    /// <summary>The rounds that take place, as this desk has them; none for a desk that is not known yet.</summary>
    public async Task<IReadOnlyList<RoundAtDesk>> At(string? desk, Scheme scheme, CancellationToken cancellation) =>
        Ids(await LinesAt(desk, scheme, cancellation));

    /// <summary>The round an application goes with, and the one it would go with if it were submitted today, while it is with the physician.</summary>
    public async Task<(OwnRound? Assigned, OwnRound? Today)> Of(Application application, DateOnly today, CancellationToken cancellation)
    {
        var desk = application.Desks is [var first, ..] ? first : await database.Find<string>(FirstDesk, new { Applicant = application.Applicant.Value }, cancellation);
        var rounds = await LinesAt(desk, application.Scheme, cancellation);
        var next = application.IsOpenToApplicant ? Ids(rounds).OpenOn(today) : null;

        return (rounds.FirstOrDefault(it => it.Round == application.IntakeRound?.Value), rounds.FirstOrDefault(it => it.Round == next?.Value));
    }

    private static RoundAtDesk[] Ids(IEnumerable<OwnRound> rounds) => [.. rounds.Select(it => new RoundAtDesk(new(it.Round), it.Closes))];

    /// <summary>The same for people: with its number, and with whether the last day is a working day.</summary>
    public async Task<IReadOnlyList<OwnRound>> LinesAt(string? desk, Scheme scheme, CancellationToken cancellation) => desk is null
        ? []
        : await database.List<OwnRound>(Lines, new { desk, scheme = scheme.ToString() }, cancellation);
}

/// <summary>A round as the applicants of a desk have to know it.</summary>
public sealed record OwnRound
{
    public Guid Round { get; init; }

    public int FiscalYear { get; init; }

    public int Number { get; init; }

    /// <summary>The last day (申請締切) on which the first desk takes the application in for this round.</summary>
    public DateOnly Closes { get; init; }

    /// <summary>The JMA's, for comparison.</summary>
    public DateOnly Deadline { get; init; }

    /// <summary>Set where nobody sits at the desk on the last day.</summary>
    public DayOff? DayOff => PublicHolidays.DayOffOn(Closes);
}
