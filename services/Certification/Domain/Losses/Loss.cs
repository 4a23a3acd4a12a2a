namespace Mamis.Certification.Domain.Losses;

/// <summary>Why a title ends without its term having run out (rule X8).</summary>
public enum LossGround
{
    /// <summary>The holder gave it up (辞退).</summary>
    Resigned,

    /// <summary>The JMA took it away (喪失). The handbook's third ground could not be read, so the reason is free text (Q8).</summary>
    StruckOff,
}

/// <summary>The end of a title that was decided, and may still lie ahead.</summary>
/// <param name="From">The first day without the title.</param>
/// <param name="TookEffect">That day has come, so nothing takes the loss back; what follows is a new application (rule X9).</param>
public sealed record Loss(LossGround Ground, DateOnly From, bool TookEffect = false);
