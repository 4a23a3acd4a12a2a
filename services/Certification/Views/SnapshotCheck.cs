using Mamis.Certification.Domain;
using Mamis.Kernel;

namespace Mamis.Certification.Views;

/// <summary>What a paper is worth.</summary>
public enum Verdict
{
    /// <summary>Genuine, and the certificate is today what the paper says.</summary>
    AsPrinted,

    /// <summary>Genuine, but something happened since it was printed.</summary>
    Changed,

    /// <summary>Not signed by us, changed after it was signed, or made out for somebody else.</summary>
    Forged,
}

/// <summary>What happened to a certificate after a paper of it was printed.</summary>
public enum Change
{
    /// <summary>A later term began or was granted.</summary>
    Renewed,

    /// <summary>The term on the paper is over; the special measure keeps the title (rule X1).</summary>
    SpecialMeasure,

    /// <summary>The term on the paper is over, and no later one was granted.</summary>
    Expired,

    /// <summary>The title is lost (rule X8).</summary>
    Lapsed,

    /// <summary>The holder gave the title up (rule X8).</summary>
    Resigned,

    /// <summary>The JMA took the title away (rule X8).</summary>
    StruckOff,

    /// <summary>The title rests by decision of the JMA.</summary>
    Suspended,
}

/// <summary>A paper beside the certificate as it stands today. Nobody's name is in it.</summary>
/// <param name="Changes">What happened since; empty unless the verdict is <see cref="Verdict.Changed"/>.</param>
/// <param name="PersonMatches">Whether name and birth date are those that were printed; null when none were given.</param>
/// <param name="Printed">What was signed; null when nothing that is signed could be read.</param>
/// <param name="Today">The same as the verification by number; null when the paper is no paper of ours.</param>
public sealed record SnapshotCheck(
    Verdict Verdict, IReadOnlyList<Change> Changes, bool? PersonMatches, SnapshotCheck.Paper? Printed, Verification? Today)
{
    public static readonly SnapshotCheck NotOurs = new(Verdict.Forged, [], PersonMatches: null, Printed: null, Today: null);

    /// <summary>What the paper says, as it was signed.</summary>
    public sealed record Paper(string Number, Scheme Scheme, DateOnly ValidFrom, DateOnly ValidTo, DateOnly IssuedOn);

    public static SnapshotCheck Of(Snapshot paper, Verification today, bool? personMatches)
    {
        Change[] changes = [.. ChangesSince(paper, today)];
        var verdict = (personMatches, changes) switch
        {
            (false, _) => Verdict.Forged,
            (_, []) => Verdict.AsPrinted,
            _ => Verdict.Changed,
        };

        return new(
            verdict, verdict is Verdict.Changed ? changes : [], personMatches,
            new(paper.Number, paper.Scheme, paper.Term.From, paper.Term.To, paper.IssuedOn), today);
    }

    private static IEnumerable<Change> ChangesSince(Snapshot paper, Verification today)
    {
        if ((today.ValidFrom, today.ValidTo) != (paper.Term.From, paper.Term.To))
        {
            yield return Change.Renewed;
        }

        if (Ended(today.State) is { } ended)
        {
            yield return ended;
        }
    }

    private static Change? Ended(CertificateState state) => state switch
    {
        CertificateState.SpecialMeasure => Change.SpecialMeasure,
        CertificateState.Expired => Change.Expired,
        CertificateState.Lapsed => Change.Lapsed,
        CertificateState.Resigned => Change.Resigned,
        CertificateState.StruckOff => Change.StruckOff,
        CertificateState.Suspended => Change.Suspended,
        _ => null,
    };
}
