using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain.Claims;

/// <summary>Where a claim stands, which also says who acts next.</summary>
public enum ClaimStatus
{
    AtOrganizer,

    /// <summary>The organizer has no record of it; the physician may insist for some days.</summary>
    TurnedDown,

    AtPrefecture,

    Confirmed,

    /// <summary>By the prefecture; final.</summary>
    Refused,

    Withdrawn,
}

/// <summary>What a physician claims of one training. There is one stream for both, so two claims at once cannot be.</summary>
public sealed record CreditClaim : IEvolve<CreditClaim>
{
    /// <summary>Null until it is made.</summary>
    public ClaimStatus? Status { get; init; }

    public PhysicianId Claimant { get; init; }

    public TrainingId Training { get; init; }

    public string Organizer { get; init; } = string.Empty;

    public string Prefecture { get; init; } = string.Empty;

    public IReadOnlyList<SessionId> Sessions { get; init; } = [];

    public AttendanceRole Role { get; init; }

    /// <summary>The last day for whoever acts next.</summary>
    public DateOnly AnswerBy { get; init; }

    /// <summary>The files the physician added.</summary>
    public IReadOnlyList<Guid> Evidence { get; init; } = [];

    public bool WaitsAtDesk => Status is ClaimStatus.AtOrganizer or ClaimStatus.AtPrefecture;

    public static Guid IdOf(TrainingId training, PhysicianId claimant) => DeterministicId.From("claim", training.Value, claimant.Value);

    public CreditClaim Evolve(object @event) => @event switch
    {
        ClaimMade e => new()
        {
            Status = ClaimStatus.AtOrganizer,
            Claimant = e.Claimant,
            Training = e.Training,
            Organizer = e.Organizer,
            Prefecture = e.Prefecture,
            Sessions = e.Sessions,
            Role = e.Role,
            AnswerBy = e.AnswerBy,
        },
        EvidenceAdded e => this with { Evidence = [.. Evidence, e.Document] },
        ClaimTurnedDown e => this with { Status = ClaimStatus.TurnedDown, AnswerBy = e.InsistBy },
        ClaimInsistedOn e => this with { Status = ClaimStatus.AtPrefecture, AnswerBy = e.AnswerBy },
        ClaimEscalated e => this with { Status = ClaimStatus.AtPrefecture, AnswerBy = e.AnswerBy },
        ClaimConfirmed => this with { Status = ClaimStatus.Confirmed },
        ClaimRefused => this with { Status = ClaimStatus.Refused },
        ClaimWithdrawn => this with { Status = ClaimStatus.Withdrawn },
        _ => this,
    };

    /// <summary>Whoever may read it: the claimant, the organizer, the prefecture of the training, the JMA.</summary>
    public bool IsOpenTo(Reader reader) => Status is not null && reader switch
    {
        { Physician: { } physician } => physician == Claimant,
        { IsStaff: true } => reader.Association is Association.Jma || reader.Association == Prefecture,
        _ => reader.Association == Organizer,
    };

    /// <summary>Whether it waits for an answer of this desk.</summary>
    public bool WaitsAt(Reader desk) => Status switch
    {
        ClaimStatus.AtOrganizer => !desk.IsStaff && desk.Association == Organizer,
        ClaimStatus.AtPrefecture => desk.IsStaff && desk.Association == Prefecture,
        _ => false,
    };

    /// <summary>Who asks: a physician, or somebody who acts for an organizer or an association.</summary>
    public sealed record Reader(PhysicianId? Physician, string Association, bool IsStaff);
}
