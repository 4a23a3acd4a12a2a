using Mamis.Portal.Gateway;

namespace Mamis.Portal.Shared;

/// <summary>The one thing a physician should do next for a certification; the first sentence of the my-page.</summary>
/// <param name="Key">Text of the page: <c>next.apply</c>.</param>
/// <param name="Address">Where to do it; null when there is nothing but to wait.</param>
public sealed record NextAction(string Key, string? Address)
{
    public static NextAction Of(Certificate? certificate, Evaluation? evaluation, ApplicationCase? open, DateOnly today) => (open, evaluation) switch
    {
        ({ Status: "returned" } it, _) => new("next.correct", $"/applications/{it.Id}"),
        ({ Status: "credits-short" } it, _) => new("next.submit-again", $"/applications/{it.Id}"),
        ({ Status: "draft" } it, _) => new("next.continue", $"/applications/{it.Id}"),
        ({ } it, _) => new("next.wait", $"/applications/{it.Id}"),
        (null, null) => new("next.unknown", null),
        // The first notice of a renewal goes out a year before the end (N1): from then on applying is what is next.
        (null, { Eligible: true }) when certificate is null || certificate.ValidTo.AddYears(-1) <= today => new("next.apply", "/applications"),
        (null, { Eligible: true }) => new("next.nothing", null),
        (null, { Shortages.Count: > 0 }) => new("next.collect", "/ledger"),
        _ => new("next.reasons", "/help"),
    };
}
