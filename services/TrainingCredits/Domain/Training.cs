using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain;

/// <summary>How far a training has come.</summary>
public enum TrainingStatus
{
    Drafted,
    Requested,
    Approved,
    Designated,
}

/// <summary>A training as its stream tells it.</summary>
public sealed record Training : IEvolve<Training>
{
    /// <summary>Null until it is drafted.</summary>
    public TrainingStatus? Status { get; init; }

    public string Organizer { get; init; } = string.Empty;

    public string Title { get; init; } = string.Empty;

    public string Prefecture { get; init; } = string.Empty;

    public IReadOnlyList<Session> Sessions { get; init; } = [];

    public Training Evolve(object @event) => @event switch
    {
        TrainingDrafted e => this with
        {
            Status = TrainingStatus.Drafted,
            Organizer = e.Organizer,
            Title = e.Title,
            Prefecture = e.Prefecture,
            Sessions = e.Sessions,
        },
        TrainingRequested => this with { Status = TrainingStatus.Requested },
        TrainingApproved => this with { Status = TrainingStatus.Approved },
        TrainingDesignated => this with { Status = TrainingStatus.Designated },
        _ => this,
    };

    /// <summary>The session an attendance list means, by its number or its id.</summary>
    public Session? Find(string session) => Sessions.FirstOrDefault(
        it => it.Number.ToString(null, provider: null) == session || (Guid.TryParse(session, out var id) && it.Id.Value == id));

    /// <summary>Who may change what was posted for it: whoever holds it, the prefecture it is held in, the JMA.</summary>
    public bool IsKeptBy(string association, bool isStaff) =>
        Status is TrainingStatus.Designated && (isStaff ? association is Association.Jma || association == Prefecture : association == Organizer);

    /// <summary>Whoever holds the training, the prefecture it is held in, and the JMA may see it before everybody does.</summary>
    public bool IsOpenTo(string association, bool isStaff) =>
        Status is TrainingStatus.Designated
        || (!isStaff && Organizer == association)
        || (isStaff && association is Association.Jma)
        || (isStaff && association == Prefecture && Status is not (null or TrainingStatus.Drafted));
}
