using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Eligibility;
using Mamis.Certification.Domain.Losses;
using Mamis.Certification.Domain.Suspensions;
using Mamis.Kernel;

namespace Mamis.Certification.Features.Losses;

/// <summary>What giving up and taking away have in common: the days that are possible, and the effect on the day itself.</summary>
public static class Losing
{
    public static Decision From(Certificate certificate, DateOnly from, DateOnly today, LossGround ground, object decided) => certificate switch
    {
        { Lapsed: true } => SuspensionRefusals.TitleLost,
        _ when from < today => LossRefusals.DayPast,
        _ when from > today && from > LastDayOf(certificate, today) => LossRefusals.EndsEarlier,
        _ => Decision.Append([decided, .. from == today ? [new LossTookEffect(certificate.Holder, ground, from)] : (object[])[]]),
    };

    private static DateOnly LastDayOf(Certificate certificate, DateOnly today) => certificate.Term is { } term
        ? LastDay.Of(term, certificate.GraceUntil, LatenessRules.On(certificate.Scheme, today)).Day
        : today;
}
