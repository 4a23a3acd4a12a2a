using Mamis.Certification.Domain.Fees;
using Mamis.Certification.Domain.Rounds;
using Mamis.Kernel;

namespace Mamis.Certification.Domain;

/// <summary>An application on its way from the draft over the desks: only what some later decision needs to know.</summary>
public sealed record Application : IEvolve<Application>
{
    public ApplicationStatus Status { get; init; }

    /// <summary>How many events made this state; what a reader saw and names when acting on it.</summary>
    public long Version { get; init; }

    public PhysicianId Applicant { get; init; }

    public Scheme Scheme { get; init; }

    public ApplicationKind Kind { get; init; }

    public int Round { get; init; }

    /// <summary>The day it was submitted for the last time.</summary>
    public DateOnly SubmittedOn { get; init; }

    /// <summary>The intake round it goes with; null where no calendar reaches that far.</summary>
    public IntakeRoundId? IntakeRound { get; init; }

    public IReadOnlyList<Guid> Entries { get; init; } = [];

    public IReadOnlyList<DocumentAttached> Documents { get; init; } = [];

    public IReadOnlyList<string> Desks { get; init; } = [];

    /// <summary>The desk it lies at; null while it lies at none.</summary>
    public string? Desk { get; init; }

    /// <summary>Who has decided at which desk, in any round: nobody decides at two (four eyes).</summary>
    public IReadOnlyList<(StaffId By, string Desk)> Deciders { get; init; } = [];

    public int Fee { get; init; }

    public bool FeePaid { get; init; }

    public bool FeeIsWaived { get; init; }

    /// <summary>What came so far and was not refunded.</summary>
    public int FeeReceived { get; init; }

    /// <summary>What the first desk still waits for.</summary>
    public int FeeOutstanding => FeePaid || FeeIsWaived ? 0 : Fee - FeeReceived;

    public bool PaperOriginalRequired { get; init; }

    public bool OriginalReceived { get; init; }

    /// <summary>With the physician: may be changed and submitted.</summary>
    public bool IsOpenToApplicant => Status is ApplicationStatus.Draft or ApplicationStatus.Returned or ApplicationStatus.CreditsShort;

    /// <summary>Submitted at least once and not over.</summary>
    public bool IsUnderWay => Round > 0 && !IsOver;

    public bool IsOver => Status is ApplicationStatus.Granted or ApplicationStatus.Rejected or ApplicationStatus.Withdrawn;

    public Application Evolve(object @event) => Apply(@event) with { Version = Version + 1 };

    private Application Apply(object @event) => @event switch
    {
        ApplicationDrafted e => this with { Status = ApplicationStatus.Draft, Applicant = e.Applicant, Scheme = e.Scheme, Kind = e.Kind },
        DocumentAttached e => this with { Documents = [.. Documents, e] },
        ApplicationSubmitted e => this with
        {
            Status = ApplicationStatus.AwaitingCredits,
            Round = e.Round,
            SubmittedOn = e.Day,
            Entries = e.Entries,
            Desks = e.Desks,
            Fee = e.Fee,
            PaperOriginalRequired = e.PaperOriginalRequired,
        },
        IntakeRoundAssigned e => this with { IntakeRound = e.Round },
        ApplicationAdmitted e => this with { Status = ApplicationStatus.AtDesk, Desk = e.Desk },
        ApplicationHeldBack => this with { Status = ApplicationStatus.CreditsShort },
        FeeRecorded e => this with { FeePaid = true, FeeReceived = FeeReceived + e.Amount },
        FeePartRecorded e => this with { FeeReceived = FeeReceived + e.Amount },
        FeeWaived => this with { FeeIsWaived = true },
        FeeRefunded => this with { FeePaid = false, FeeReceived = 0 },
        PaperOriginalReceived => this with { OriginalReceived = true },
        ApplicationApproved e => this with { Desk = e.NextDesk, Deciders = [.. Deciders, (e.ApprovedBy, e.Desk)] },
        ApplicationReturned e => this with { Status = ApplicationStatus.Returned, Desk = null, Deciders = [.. Deciders, (e.ReturnedBy, e.Desk)] },
        ApplicationGranted => this with { Status = ApplicationStatus.Granted },
        ApplicationRejected => this with { Status = ApplicationStatus.Rejected, Desk = null },
        ApplicationWithdrawn => this with { Status = ApplicationStatus.Withdrawn, Desk = null },
        _ => this,
    };
}
