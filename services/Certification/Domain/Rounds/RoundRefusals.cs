using Mamis.Kernel;

namespace Mamis.Certification.Domain.Rounds;

/// <summary>Every "no" about the calendar of intake rounds.</summary>
public static class RoundRefusals
{
    public static readonly Refusal Unknown = new("INTAKE_ROUND_UNKNOWN", "The JMA has planned no such round.", RefusalKind.NotFound);
    public static readonly Refusal Withdrawn = new("INTAKE_ROUND_WITHDRAWN", "This round does not take place; plan another number instead.");
    public static readonly Refusal OutsideYear = new("DEADLINE_OUTSIDE_YEAR", "The JMA's deadline lies in the fiscal year of its round, from 1 April to 31 March.", RefusalKind.Invalid, "closes");
    public static readonly Refusal OpensNotAsked = new("OPENS_NOT_ASKED", "The JMA has a deadline only; leave the first day empty.", RefusalKind.Invalid, "opens");
    public static readonly Refusal OpensAfterCloses = new("OPENS_AFTER_CLOSES", "The first day must not lie after the last.", RefusalKind.Invalid, "opens");
    public static readonly Refusal AfterJma = new("CLOSES_AFTER_JMA_DEADLINE", "The last day must not lie after the JMA's deadline.", RefusalKind.Invalid, "closes");
    public static readonly Refusal AfterDeskBehind = new("CLOSES_AFTER_DESK_BEHIND", "The last day must not lie after the one of the prefecture that examines next.", RefusalKind.Invalid, "closes");
    public static readonly Refusal TooEarly = new("INTAKE_TOO_EARLY", "Both days lie within the year before the JMA's deadline; look at the year.", RefusalKind.Invalid, "closes");
    public static readonly Refusal NotYours = new("NOT_YOUR_ASSOCIATION", "You set the days of your own association only.", RefusalKind.Forbidden, "association");
    public static readonly Refusal TooManyRows = new("CALENDAR_TOO_LONG", "A calendar has at most 2,000 rows.", RefusalKind.Invalid);
    public static readonly Refusal RowMalformed = new("ROW_MALFORMED", "The row has another number of fields than the header, or a stray quote.", RefusalKind.Invalid);
    public static readonly Refusal DuplicateInFile = new("DUPLICATE_IN_FILE", "An earlier row is about the same round.", RefusalKind.Invalid);
}
