namespace Mamis.Certification.Views.Rounds;

/// <summary>How the queries of this folder read a calendar: what it says is read, never copied into a case, so that a deadline that moves is followed at once.</summary>
public static class IntakeCases
{
    /// <summary>The case <c>c</c> with its round as <c>r</c> and the days of the desk behind a county as <c>behind</c>; all of it null without a round.</summary>
    public const string AtDesk =
        """
        application_case c left join intake_case i on i.application_id = c.id
        left join intake_round r on r.id = i.round_id and not r.withdrawn
        left join intake_window behind on behind.round_id = r.id and behind.association = left(c.desk, 2) and length(c.desk) > 3
        """;

    /// <summary>Until when the desk of <see cref="AtDesk"/> hands on: while the prefecture takes in, for a county; while the JMA does, for a prefecture.</summary>
    public const string ForwardBy = "case when c.desk = 'JMA' then null else least(behind.closes, r.deadline) end";

    /// <summary>The rounds <c>r</c> with the days of the desk <c>@desk</c> as <c>own</c>, and of the one behind a county as <c>behind</c>.</summary>
    public const string RoundsOfDesk =
        """
        intake_round r left join intake_window own on own.round_id = r.id and own.association = @desk
        left join intake_window behind on behind.round_id = r.id and behind.association = left(@desk, 2) and length(@desk) > 3
        """;

    /// <summary>The last day on which the desk of <see cref="RoundsOfDesk"/> takes in: never later than the desk behind, and with it where it set no day.</summary>
    public const string Closes = "least(own.closes, behind.closes, r.deadline)";
}
