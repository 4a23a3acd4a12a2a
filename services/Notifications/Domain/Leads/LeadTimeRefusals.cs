using Mamis.Kernel;

namespace Mamis.Notifications.Domain.Leads;

/// <summary>Everything that can be wrong with a lead time that an association sets.</summary>
public static class LeadTimeRefusals
{
    public static readonly Refusal KindUnknown = new(
        "LEAD_TIME_KIND_UNKNOWN", "Name one of the notices that GET /lead-times lists for your association.", RefusalKind.Invalid, "kind");

    public static readonly Refusal SchemeUnknown = new(
        "LEAD_TIME_SCHEME_UNKNOWN", "Name the scheme: occupational or sports.", RefusalKind.Invalid, "scheme");

    public static readonly Refusal OutOfRange = new(
        "LEAD_TIME_OUT_OF_RANGE", "Stay between the shortest and the longest lead that GET /lead-times names.", RefusalKind.Invalid, "leadMonths");

    public static readonly Refusal SinceMissing = new(
        "LEAD_TIME_SINCE_MISSING", "Say from which day on it holds.", RefusalKind.Invalid, "since");

    public static readonly Refusal SinceTooEarly = new(
        "LEAD_TIME_SINCE_TOO_EARLY", "It holds from tomorrow on at the earliest: the notices of today have gone out.", RefusalKind.Invalid, "since");

    public static readonly Refusal SinceTooLate = new(
        "LEAD_TIME_SINCE_TOO_LATE", "It has to begin within two years.", RefusalKind.Invalid, "since");
}
