using Mamis.Kernel;

namespace Mamis.Certification.Domain.Eligibility;

/// <summary>The tests a credit must pass, in the order of domain.md 3.11; the first one it fails names the flag.</summary>
/// <remarks>Whether it is a duplicate, and what the web rule says, comes after these and is asked while counting.</remarks>
public static class CreditTests
{
    private static readonly Func<Credit, CountingBasis, string?>[] InOrder =
        [WrongKind, InFuture, NotPosted, Consumed, OnTheWrongSideOfTheCutOver, Partial, Role, OutsideTheWindow];

    /// <summary>The flag of the first test that fails; null when the credit passes all of them.</summary>
    public static string? FirstFailed(Credit credit, CountingBasis basis)
    {
        foreach (var test in InOrder)
        {
            if (test(credit, basis) is { } flag)
            {
                return flag;
            }
        }

        return null;
    }

    private static string? WrongKind(Credit credit, CountingBasis basis) =>
        credit.Category.Fits(basis.Scheme, basis.Application) ? null : Flags.CreditWrongKind;

    private static string? InFuture(Credit credit, CountingBasis basis) =>
        credit.Date > basis.AsOf ? Flags.CreditInFuture : null;

    private static string? NotPosted(Credit credit, CountingBasis basis) => credit.Status switch
    {
        PostingState.Pending => Flags.CreditNotPosted,
        PostingState.NotRegistered => Flags.CreditNotRegistered,
        _ => null,
    };

    private static string? Consumed(Credit credit, CountingBasis basis) =>
        credit.Consumed && basis.Application is ApplicationKind.Renewal ? Flags.CreditConsumed : null;

    private static string? OnTheWrongSideOfTheCutOver(Credit credit, CountingBasis basis) =>
        (credit.Source, credit.Date >= basis.Rules.SystemFrom) switch
        {
            (CreditSource.Paper, true) => Flags.PaperAfterCutoff,
            (CreditSource.Mamis, false) => Flags.SystemBeforeCutoff,
            _ => null,
        };

    private static string? Partial(Credit credit, CountingBasis basis) =>
        credit.Attendance is Attendance.Partial ? Flags.PartialAttendance : null;

    private static string? Role(Credit credit, CountingBasis basis) => credit.Role switch
    {
        ParticipantRole.Lecturer when credit.Date < basis.Rules.LecturersFrom => Flags.LecturerNotCredited,
        ParticipantRole.Lead => Flags.LeadNotCredited,
        _ => null,
    };

    private static string? OutsideTheWindow(Credit credit, CountingBasis basis) =>
        basis.Window is { } window && !window.Contains(credit.Date) ? Flags.CreditOutsideValidity : null;
}

/// <summary>What the tests of a credit need to know of the case.</summary>
/// <param name="Window">The days whose units count; null when any day does.</param>
public sealed record CountingBasis(
    Scheme Scheme, ApplicationKind Application, DateOnly AsOf, Term? Window, CreditRules Rules);
