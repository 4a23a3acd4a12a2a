using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>A thread between a physician and a desk as its stream tells it: who has to speak next, and who looks after it.</summary>
public sealed record Inquiry : IEvolve<Inquiry>
{
    /// <summary>Null until it is opened.</summary>
    public PhysicianId? Physician { get; init; }

    /// <summary>Code of the association that answers.</summary>
    public string Desk { get; init; } = string.Empty;

    public InquiryState State { get; init; }

    public StaffId? AssignedTo { get; init; }

    /// <summary>The words written last, so that nothing is said twice.</summary>
    public Guid? LastText { get; init; }

    public Inquiry Evolve(object @event) => @event switch
    {
        InquiryOpened e => this with { Physician = e.Physician, Desk = e.Desk, State = InquiryState.Waiting, LastText = e.Text },
        InquiryAsked e => this with { State = InquiryState.Waiting, LastText = e.Text },
        InquiryAnswered e => this with { State = InquiryState.Answered, LastText = e.Text },
        InquiryAssigned e => this with { AssignedTo = e.To },
        InquiryClosed => this with { State = InquiryState.Closed },
        _ => this,
    };
}

/// <summary>Who has to speak next.</summary>
public enum InquiryState
{
    None,

    /// <summary>The desk has to answer.</summary>
    Waiting,

    /// <summary>The physician can read the answer.</summary>
    Answered,

    Closed,
}
