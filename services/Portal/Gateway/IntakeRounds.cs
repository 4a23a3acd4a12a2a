using System.Text.Json.Serialization;

namespace Mamis.Portal.Gateway;

/// <summary>The intake rounds of a fiscal year as the reader's association has them.</summary>
public sealed record IntakeRounds(string Association, int FiscalYear, [property: JsonPropertyName("rounds")] IReadOnlyList<IntakeRound> Items);

/// <summary>One round with the association's own days.</summary>
/// <param name="SetTo">The last day the association set itself; <paramref name="Closes"/> is the one that holds.</param>
public sealed record IntakeRound(
    Guid Id, string Scheme, int Number, bool Withdrawn, DateOnly Deadline, DateOnly? Opens, DateOnly? SetTo, DateOnly Closes, DateOnly Behind,
    int Open, string? OpensDayOff, string? ClosesDayOff)
{
    /// <summary>The desk behind closes earlier than the association said.</summary>
    public bool IsCutShort => SetTo > Closes;
}

/// <summary>A round as an applicant has to know it: until when the first desk takes the application in.</summary>
public sealed record OwnRound(Guid Round, int FiscalYear, int Number, DateOnly Closes, DateOnly Deadline, string? DayOff);

/// <summary>Until when the reader's desk hands a case on.</summary>
public sealed record Forwarding(int FiscalYear, int Number, DateOnly ForwardBy, int DaysLeft);

/// <summary>What an import of a calendar did with each row, or would do.</summary>
public sealed record RoundReport(int Rows, int Changed, int Unchanged, int Refused, bool Stored, IReadOnlyList<RoundResult> Results);

/// <summary>One row of it, counted from 1 after the header.</summary>
public sealed record RoundResult(int Row, string Result, IReadOnlyList<RoundMistake> Mistakes, string? OpensDayOff, string? ClosesDayOff);

/// <summary>What is wrong with a row.</summary>
public sealed record RoundMistake(string Code, string? Subject);
