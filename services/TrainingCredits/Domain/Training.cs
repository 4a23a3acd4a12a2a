using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain;

/// <summary>How far a training has come.</summary>
public enum TrainingStatus
{
    Drafted,
    Requested,
    Approved,
    Designated,

    /// <summary>A desk sent it back; the organizer changes it and asks again.</summary>
    Returned,

    /// <summary>It does not take place; that is final.</summary>
    Cancelled,
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

    /// <summary>Whether everybody could see it once; they then see as well that it was cancelled.</summary>
    public bool WasDesignated { get; init; }

    /// <summary>Only what no desk examines can be changed.</summary>
    public bool CanBeRevised => Status is TrainingStatus.Drafted or TrainingStatus.Returned;

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
        TrainingRevised e => this with { Title = e.Title, Prefecture = e.Prefecture, Sessions = e.Sessions },
        TrainingRequested => this with { Status = TrainingStatus.Requested },
        TrainingReturned => this with { Status = TrainingStatus.Returned },
        TrainingApproved => this with { Status = TrainingStatus.Approved },
        TrainingDesignated => this with { Status = TrainingStatus.Designated, WasDesignated = true },
        TrainingCancelled => this with { Status = TrainingStatus.Cancelled },
        _ => this,
    };

    /// <summary>The session an attendance list means, by its number or its id.</summary>
    public Session? Find(string session) => Sessions.FirstOrDefault(
        it => it.Number.ToString(null, provider: null) == session || (Guid.TryParse(session, out var id) && it.Id.Value == id));

    /// <summary>Who may change what was posted for it: whoever holds it, the prefecture it is held in, the JMA.</summary>
    public bool IsKeptBy(string association, bool isStaff) =>
        Status is TrainingStatus.Designated && (isStaff ? association is Association.Jma || association == Prefecture : association == Organizer);

    /// <summary>Everybody sees what was designated; before that, whoever works on it.</summary>
    public bool IsOpenTo(string association, bool isStaff) => WasDesignated || IsWorkedOnBy(association, isStaff);

    /// <summary>Who follows how it came about: its organizer, the prefecture once it was asked, the JMA.</summary>
    public bool IsWorkedOnBy(string association, bool isStaff) =>
        Status is not null
        && ((!isStaff && Organizer == association)
            || (isStaff && association is Association.Jma)
            || (isStaff && association == Prefecture && Status is not TrainingStatus.Drafted));
}
