using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.Certification.Features.Desks;
using Mamis.Kernel;

namespace Mamis.Certification.Features.Fees;

/// <summary>What a transfer does to the application it is for: the fee a clerk would have recorded on its value day, or a part of it.</summary>
public static class RecordTransfer
{
    public sealed record Command(string Desk, StaffId By, int Amount, DateOnly ValueDay, DateOnly Today, BankLineId Line);

    public static Decision Decide(Application application, Command command) => application switch
    {
        _ when application.RefusesReceipt(command.Desk, command.ValueDay, command.Today) is { } refusal => refusal,
        { FeeOutstanding: 0 } => FeeRefusals.AlreadyReceived,
        { FeeOutstanding: var due } when command.Amount < due => Decision.Append(
            new FeePartRecorded(command.Amount, command.ValueDay, command.By, command.Line)),
        { FeeOutstanding: var due } => RecordFee.Decide(
            application, new(command.Desk, command.By, due, command.ValueDay, command.Today, command.Line)),
    };
}
