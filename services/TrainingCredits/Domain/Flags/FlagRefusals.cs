using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain.Flags;

/// <summary>Every way a flag is answered with no.</summary>
public static class FlagRefusals
{
    public static readonly Refusal Unknown = new("FLAG_UNKNOWN", "There is no such flag, or it is about trainings outside your prefecture.", RefusalKind.NotFound);
    public static readonly Refusal Settled = new("FLAG_SETTLED", "Somebody has settled this flag otherwise. It opens again by itself when more turns up.");
}
