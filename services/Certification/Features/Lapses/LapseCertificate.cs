using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Eligibility;
using Mamis.Certification.Domain.Losses;
using Mamis.Kernel;

namespace Mamis.Certification.Features.Lapses;

/// <summary>Ends a title that was not renewed while that was possible, or whose day of a decided loss has come (rule X8).</summary>
public static class LapseCertificate
{
    /// <param name="Today">The day on which it is looked at; any day after the last one gives the same event.</param>
    /// <param name="RenewalPending">A renewal was applied for in time and is not decided yet, so nothing is lost.</param>
    public sealed record Command(DateOnly Today, bool RenewalPending);

    public static Decision Decide(Certificate certificate, Command command) => (certificate, command) switch
    {
        ({ Loss: { TookEffect: false } loss }, var (today, _)) when loss.From <= today =>
            Decision.Append(new LossTookEffect(certificate.Holder, loss.Ground, loss.From)),
        ({ Loss: not null }, _) => Decision.Nothing,
        ({ Term: null } or { Lapsed: true }, _) or (_, { RenewalPending: true }) => Decision.Nothing,
        ({ Term: { } term }, var (today, _)) => Lapse(certificate, term, LatenessRules.On(certificate.Scheme, today), today),
    };

    private static Decision Lapse(Certificate certificate, Term term, LatenessRules rules, DateOnly today) =>
        LastDay.Of(term, certificate.GraceUntil, rules) switch
        {
            var last when today <= last.Day => Decision.Nothing,
            var last => Decision.Append(new CertificateLapsed(certificate.Holder, last.Day, last.Rule, rules.Version)),
        };
}
