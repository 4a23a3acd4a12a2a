using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain.Claims;

/// <summary>Every way a claim of a missing credit is answered with no.</summary>
public static class ClaimRefusals
{
    public static readonly Refusal Unknown = new("CLAIM_UNKNOWN", "There is no such claim, or it is not yours to see.", RefusalKind.NotFound);
    public static readonly Refusal Open = new("CLAIM_OPEN", "You have an open claim about this training already. Wait for its answer, or withdraw it and claim anew.");
    public static readonly Refusal Decided = new("CLAIM_DECIDED", "This claim is decided or withdrawn; that is final.");
    public static readonly Refusal NotAtDesk = new("CLAIM_NOT_AT_DESK", "The claim does not wait at this desk.");
    public static readonly Refusal NotTurnedDown = new("CLAIM_NOT_TURNED_DOWN", "The organizer has not turned the claim down. Without an answer by its day it goes to the prefecture by itself.");
    public static readonly Refusal InsistedLate = new("CLAIM_INSISTED_LATE", "The last day to take the claim to the prefecture has passed.");
    public static readonly Refusal TooMuchEvidence = new("CLAIM_EVIDENCE_FULL", "This claim has as many files as one can have.");
    public static readonly Refusal Credited = new("CLAIM_NOT_MISSING", "This session is in your ledger already.");
}
