using Mamis.Kernel;

namespace Mamis.Certification.Domain.Fees;

/// <summary>An incoming transfer of a bank statement; also the id of its stream. It says nothing of the payer.</summary>
public readonly record struct BankLineId(Guid Value) : ITypedId<BankLineId>
{
    public static BankLineId From(Guid value) => new(value);
}
