using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;

namespace Mamis.Notifications.Features;

/// <summary>Warns of missing credits where some are missing; where none are, that is why nothing was told.</summary>
public static class WarnOfMissingCredits
{
    /// <param name="Found">What Certification says; null when it knows no such certificate.</param>
    public sealed record Command(CreditsOfCertificate? Found, DateOnly On);

    public static Decision Decide(Notice notice, Command command) => (notice, command.Found) switch
    {
        ({ AwaitsCredits: false }, _) => Decision.Nothing,
        (_, null) => Decision.Append(new NoticeWaived(Reasons.CreditsUnknown)),
        (_, { ValidTo: var present }) when present != notice.Content?.ValidTo => Decision.Append(new NoticeWaived(Reasons.TermReplaced)),
        (_, { Missing: [] }) => Decision.Append(new NoticeWaived(Reasons.NothingMissing)),
        (_, { } found) => Decision.Append(new CreditsFoundMissing(command.On, found.UnitsUntil, found.Missing)),
    };
}
