using System.Text.Json.Serialization;

namespace Mamis.Portal.Gateway;

/// <summary>How long before the end of a term the reader's association tells its physicians.</summary>
public sealed record LeadTimes(string Association, [property: JsonPropertyName("leads")] IReadOnlyList<LeadTime> Items, IReadOnlyList<LeadElsewhere> Elsewhere)
{
    public const string Address = "/api/notifications/lead-times";
}

/// <summary>One notice of it; 0 months where the association does not tell.</summary>
public sealed record LeadTime(
    string Kind, string Scheme, int? Months, DateOnly? Since, int? ForAll, int Shortest, int Longest, bool MayBeLeft, IReadOnlyList<LaterLead> Coming);

/// <summary>What holds from a later day on; null months are the rule for all.</summary>
public sealed record LaterLead(int? Months, DateOnly Since);

/// <summary>Another association that differs from the rule for all.</summary>
public sealed record LeadElsewhere(string Association, string Kind, string Scheme, int LeadMonths);
