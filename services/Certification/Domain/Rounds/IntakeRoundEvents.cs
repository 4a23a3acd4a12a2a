using Mamis.Kernel;

namespace Mamis.Certification.Domain.Rounds;

/// <summary>The JMA announced a round: until when it takes in what the prefectures hand on (domain.md 3.10).</summary>
/// <param name="Number">1 for the first of the fiscal year.</param>
public sealed record IntakeRoundPlanned(Scheme Scheme, int FiscalYear, int Number, DateOnly Deadline, StaffId PlannedBy);

/// <summary>The JMA set another deadline; the cases of the round stay in it.</summary>
public sealed record IntakeRoundMoved(DateOnly Deadline, StaffId MovedBy);

/// <summary>An association said when it takes in applications for the round, both days included.</summary>
/// <param name="Opens">Null where it takes them in at any time.</param>
public sealed record DeskIntakeSet(string Association, DateOnly? Opens, DateOnly Closes, StaffId SetBy);

/// <summary>The round does not take place; its cases go to the next one.</summary>
public sealed record IntakeRoundWithdrawn(StaffId WithdrawnBy);
