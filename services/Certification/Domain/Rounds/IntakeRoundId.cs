using Mamis.Kernel;

namespace Mamis.Certification.Domain.Rounds;

/// <summary>An intake round; also the id of its stream. It follows from scheme, fiscal year and number, so that a calendar can be imported twice.</summary>
public readonly record struct IntakeRoundId(Guid Value) : ITypedId<IntakeRoundId>
{
    public static IntakeRoundId From(Guid value) => new(value);

    public static IntakeRoundId Of(Scheme scheme, int fiscalYear, int number) => new(DeterministicId.From("intake-round", scheme, fiscalYear, number));
}
