using Mamis.Certification.Domain;
using Mamis.Kernel;

namespace Mamis.Certification.Features.Desks;

/// <summary>What every act of a desk has in common: a desk outside the route may not know of the application at all.</summary>
public static class DeskAccess
{
    /// <summary>Why this desk cannot act on the application now; null when it can.</summary>
    public static Refusal? Refuses(this Application application, string desk, StaffId by) => application switch
    {
        _ when application.RefusesOutsiders(desk) is { } refusal => refusal,
        { IsOver: true } => Refusals.ApplicationOver,
        { Desk: var at } when at != desk => Refusals.NotAtYourDesk,
        _ when by.Value == application.Applicant.Value => Refusals.FourEyes,
        _ when application.Deciders.Any(it => it.By == by && it.Desk != desk) => Refusals.FourEyes,
        _ => null,
    };

    /// <summary>Why this desk cannot record what the first desk receives; null when it can. It may arrive while the case is not there.</summary>
    public static Refusal? RefusesReceipt(this Application application, string desk, DateOnly receivedOn, DateOnly today) => application switch
    {
        _ when application.RefusesOutsiders(desk) is { } refusal => refusal,
        { IsOver: true } => Refusals.ApplicationOver,
        _ when application.RefusesPayee(desk) is { } refusal => refusal,
        _ when receivedOn > today => Refusals.DayInFuture.For("receivedOn"),
        _ => null,
    };

    /// <summary>Why this desk has no say over the fee, which only its payee has; null when it has.</summary>
    public static Refusal? RefusesPayee(this Application application, string desk) => application switch
    {
        _ when application.RefusesOutsiders(desk) is { } refusal => refusal,
        _ when application.Desks[0] != desk => Refusals.NotTheFirstDesk,
        _ => null,
    };

    private static Refusal? RefusesOutsiders(this Application application, string desk) =>
        application.Desks.Contains(desk) ? null : Refusals.ApplicationUnknown;
}
