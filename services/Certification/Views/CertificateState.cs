using Mamis.Certification.Domain.Eligibility;
using Mamis.Certification.Domain.Losses;
using Mamis.Certification.Domain.Suspensions;
using Mamis.Kernel;

namespace Mamis.Certification.Views;

/// <summary>What a certificate is worth on a day.</summary>
public enum CertificateState
{
    Valid,

    /// <summary>Expired, but the holder stays recognised under the special measure (rule X1).</summary>
    SpecialMeasure,

    NotYetValid,

    /// <summary>Past its term without a lapse: a renewal is under way, or a grace was granted.</summary>
    Expired,

    /// <summary>The title is lost (rule X8). Says nothing of the legal qualification, which rests on the training (rule X10).</summary>
    Lapsed,

    /// <summary>The holder gave the title up (rule X8).</summary>
    Resigned,

    /// <summary>The JMA took the title away (rule X8).</summary>
    StruckOff,

    /// <summary>The title rests by decision of the JMA (停止); its term runs on.</summary>
    Suspended,
}

/// <summary>Reads the state on any day from all terms and suspensions there ever were.</summary>
public static class CertificateStates
{
    /// <summary>A suspension takes from a title what it has on that day: one that is lost or past its term has nothing to lose.</summary>
    public static CertificateState On(DateOnly day, Scheme scheme, IReadOnlyList<TermRow> terms, IEnumerable<Suspension> suspensions) =>
        Unsuspended(day, scheme, terms) switch
        {
            CertificateState.Valid or CertificateState.SpecialMeasure when suspensions.Any(it => it.Covers(day)) => CertificateState.Suspended,
            var state => state,
        };

    private static CertificateState Unsuspended(DateOnly day, Scheme scheme, IReadOnlyList<TermRow> terms)
    {
        var measure = LatenessRules.On(scheme, day).Measure;

        return terms.Where(it => it.ValidFrom <= day).MaxBy(it => it.ValidFrom) switch
        {
            null => CertificateState.NotYetValid,
            { LapsedOn: { } lost } term when lost <= day => Lost(term.LossGround),
            var term when day <= term.ValidTo => CertificateState.Valid,
            var term when measure.Covers(term.Term) && day <= measure.ApplyUntil => CertificateState.SpecialMeasure,
            _ => CertificateState.Expired,
        };
    }

    private static CertificateState Lost(LossGround? ground) => ground switch
    {
        LossGround.Resigned => CertificateState.Resigned,
        LossGround.StruckOff => CertificateState.StruckOff,
        _ => CertificateState.Lapsed,
    };
}
