using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>The columns of an attendance list. Their names are fixed; their order is the organizer's.</summary>
public static class Columns
{
    public static readonly IReadOnlyList<string> Names =
        ["licenceNumber", "familyName", "givenName", "birthDate", "session", "role", "mode", "attendance"];

    /// <summary>Everything that is wrong with a header, at once.</summary>
    public static IReadOnlyList<Refusal> Examine(IReadOnlyList<string> header) =>
    [
        .. Names.Except(header).Select(Refusals.ColumnMissing.For),
        .. header.Except(Names).Select(it => Refusals.ColumnUnknown.For(it)),
        .. header.CountBy(it => it).Where(it => it.Value > 1).Select(it => Refusals.ColumnTwice.For(it.Key)),
    ];
}
