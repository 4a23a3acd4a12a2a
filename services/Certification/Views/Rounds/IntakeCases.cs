namespace Mamis.Certification.Views.Rounds;

/// <summary>Cases with their round and its days at the desks concerned, as every query of this folder reads them.</summary>
/// <remarks>What the calendar says is read, never copied into a case: a deadline that moves is followed at once.</remarks>
public static class IntakeCases
{
    /// <summary>The case as <c>c</c>, its round as <c>r</c>, the days of its desk's prefecture as <c>behind</c>.</summary>
    public const string AtDesk =
        """
        application_case c join intake_case i on i.application_id = c.id join intake_round r on r.id = i.round_id
        left join intake_window behind on behind.round_id = r.id and behind.association = left(c.desk, 2) and length(c.desk) > 3
        """;

    /// <summary>Until when the desk hands on: until the prefecture takes no more, for a county; until the JMA takes no more, for a prefecture.</summary>
    public const string ForwardBy = "case when c.desk = 'JMA' then null else least(behind.closes, r.deadline) end";
}
