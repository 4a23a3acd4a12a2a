using System.Security.Claims;
using Mamis.Certification.Domain.Rounds;
using Mamis.Certification.Features;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views.Rounds;

/// <summary>The rounds of a fiscal year as the caller's association has them.</summary>
public sealed record CalendarOfDesk(string Association, int FiscalYear, IReadOnlyList<CalendarOfDesk.Line> Rounds)
{
    private const string Query =
        $"""
        select r.id, r.scheme, r.number, r.withdrawn, r.deadline, own.opens, own.closes as set_to, {IntakeCases.Closes} as closes,
            least(behind.closes, r.deadline) as behind,
            (select count(*)::integer from intake_case i join application_case c on c.id = i.application_id
                where i.round_id = r.id and (@desk = 'JMA' or i.first_desk = @desk) and c.status in ('AwaitingCredits', 'CreditsShort', 'AtDesk', 'Returned')) as open
        from {IntakeCases.RoundsOfDesk} where r.fiscal_year = @year order by r.scheme, r.deadline, r.number
        """;

    /// <summary>One round.</summary>
    public sealed record Line
    {
        public Guid Id { get; init; }

        public Scheme Scheme { get; init; }

        public int Number { get; init; }

        public bool Withdrawn { get; init; }

        /// <summary>The JMA's.</summary>
        public DateOnly Deadline { get; init; }

        public DateOnly? Opens { get; init; }

        /// <summary>The last day the association set itself; null while it set none.</summary>
        public DateOnly? SetTo { get; init; }

        /// <summary>The last day that holds: never later than the desk behind.</summary>
        public DateOnly Closes { get; init; }

        /// <summary>The last day of the desk behind, until which this one hands on; the JMA's own deadline for the JMA.</summary>
        public DateOnly Behind { get; init; }

        /// <summary>Applications of the round under way that came to this desk first; all of them for the JMA.</summary>
        public int Open { get; init; }

        public DayOff? OpensDayOff => Opens is { } day ? PublicHolidays.DayOffOn(day) : null;

        /// <summary>Set where nobody sits at a desk on the last day.</summary>
        public DayOff? ClosesDayOff => PublicHolidays.DayOffOn(Closes);
    }

    public static async Task<Results<Ok<CalendarOfDesk>, ProblemHttpResult>> Get(
        int? fiscalYear, ClaimsPrincipal user, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var year = fiscalYear ?? Domain.Rounds.FiscalYear.Of(clock.Today());

        return Domain.Rounds.FiscalYear.Exists(year)
            ? TypedResults.Ok(new CalendarOfDesk(user.Desk(), year, await Lines(user.Desk(), year, database, cancellation)))
            : BadInput.InvalidField.For("fiscalYear").ToProblem();
    }

    public static Task<IReadOnlyList<Line>> Lines(string desk, int year, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.List<Line>(Query, new { desk, year }, cancellation);
}
