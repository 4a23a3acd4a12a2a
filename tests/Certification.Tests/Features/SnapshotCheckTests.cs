using Mamis.Certification.Domain;
using Mamis.Certification.Views;
using Mamis.Kernel;

namespace Mamis.Certification.Tests.Features;

/// <summary>A paper beside the certificate of today.</summary>
public sealed class SnapshotCheckTests
{
    private static readonly Term Printed = new(new(2022, 2, 1), new(2027, 1, 31));
    private static readonly Snapshot Paper = new("MO0000001", Scheme.Occupational, Printed, new(2026, 11, 23), "person");

    [Theory]
    [InlineData(CertificateState.Valid, Verdict.AsPrinted)]
    [InlineData(CertificateState.NotYetValid, Verdict.AsPrinted)]
    [InlineData(CertificateState.SpecialMeasure, Verdict.Changed, Change.SpecialMeasure)]
    [InlineData(CertificateState.Expired, Verdict.Changed, Change.Expired)]
    [InlineData(CertificateState.Lapsed, Verdict.Changed, Change.Lapsed)]
    [InlineData(CertificateState.Suspended, Verdict.Changed, Change.Suspended)]
    public void A_genuine_paper_is_told_what_happened_since(CertificateState today, Verdict verdict, params Change[] changes)
    {
        var check = SnapshotCheck.Of(Paper, Stands(Printed, today), personMatches: null);

        Assert.Equal(verdict, check.Verdict);
        Assert.Equal(changes, check.Changes);
    }

    [Fact]
    public void A_later_term_that_is_lost_too_is_told_with_both()
    {
        var check = SnapshotCheck.Of(Paper, Stands(Printed.Next(Printed.To), CertificateState.Lapsed), personMatches: true);

        Assert.Equal([Change.Renewed, Change.Lapsed], check.Changes);
    }

    [Fact]
    public void A_paper_that_names_somebody_else_is_forged_whatever_the_certificate_is()
    {
        var check = SnapshotCheck.Of(Paper, Stands(Printed, CertificateState.Lapsed), personMatches: false);

        Assert.Equal(Verdict.Forged, check.Verdict);
        Assert.Empty(check.Changes);
    }

    private static Verification Stands(Term term, CertificateState state) =>
        new(Paper.Number, Paper.Scheme, term.From, term.To, new(2027, 2, 1), state);
}
