using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.Kernel;

namespace Mamis.Certification.Features.Fees;

/// <summary>Takes in one transfer of a statement and says what its reference and its amount make of it.</summary>
public static class TakeBankLine
{
    /// <param name="Named">The payee's applications with a reference that stands on the transfer.</param>
    /// <param name="Application">The first of them as it is now.</param>
    public sealed record Command(
        string Payee, StaffId By, int Amount, DateOnly ValueDay, IReadOnlyList<ApplicationKey> Named, Application? Application, DateOnly Today);

    public static Decision Decide(BankLine line, Command command) => line switch
    {
        { Status: not LineStatus.None } => Decision.Nothing,
        _ when command.ValueDay > command.Today => Refusals.DayInFuture.For("valueDay"),
        _ when command.ValueDay < BankLineRules.KeptFrom(command.Today) => FeeRefusals.LineTooOld,
        _ => Decision.Append(new BankLineTaken(
            command.Payee, command.Amount, command.ValueDay, Find(command), command.Named is [var only] ? only : null, command.By)),
    };

    private static LineFinding Find(Command command) => (command.Named, command.Application) switch
    {
        ([_, _, ..], _) => LineFinding.Ambiguous,
        ([], _) or (_, null) => LineFinding.Unknown,
        (_, { IsOver: true }) => LineFinding.Closed,
        (_, { FeeOutstanding: 0 }) => LineFinding.PaidAlready,
        (_, { FeeOutstanding: var due }) when command.Amount < due => LineFinding.Part,
        (_, { FeeOutstanding: var due }) when command.Amount > due => LineFinding.Over,
        _ => LineFinding.Exact,
    };
}
