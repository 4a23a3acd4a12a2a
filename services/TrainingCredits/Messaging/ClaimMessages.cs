using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain.Claims;
using Published = Mamis.Contracts.TrainingCredits;

namespace Mamis.TrainingCredits.Messaging;

/// <summary>What other services hear of a claim: where it stands and who acts next, never what was said.</summary>
public static class ClaimMessages
{
    public static Published.ClaimMoved? Of(StoredEvent e)
    {
        return e.Data switch
        {
            ClaimMade it => Moved(it.Claimant, ClaimStatus.AtOrganizer, it.Organizer, it.AnswerBy),
            ClaimTurnedDown it => Moved(it.Claimant, ClaimStatus.TurnedDown, desk: null, it.InsistBy),
            ClaimInsistedOn it => Moved(it.Claimant, ClaimStatus.AtPrefecture, it.Desk, it.AnswerBy),
            ClaimEscalated it => Moved(it.Claimant, ClaimStatus.AtPrefecture, it.Desk, it.AnswerBy),
            ClaimConfirmed it => Moved(it.Claimant, ClaimStatus.Confirmed, desk: null, answerBy: null),
            ClaimRefused it => Moved(it.Claimant, ClaimStatus.Refused, desk: null, answerBy: null),
            _ => null,
        };

        Published.ClaimMoved Moved(PhysicianId claimant, ClaimStatus status, string? desk, DateOnly? answerBy) => new()
        {
            ClaimId = e.StreamId,
            PhysicianId = claimant.Value,
            Status = Codes.Of(status),
            Desk = desk,
            AnswerBy = answerBy,
            OccurredAt = e.Timestamp,
        };
    }
}
