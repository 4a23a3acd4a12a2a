namespace Mamis.Kernel;

/// <summary>One reason why something was not done: a stable code, what to do next, and what it concerns.</summary>
/// <param name="Code">The published code, for example <c>CERT_EXPIRED</c>. It never changes its meaning.</param>
/// <param name="Explanation">English, for whoever calls the API: what to do next. People read the Japanese text of the code.</param>
/// <param name="Kind">What sort of "no" it is; decides the HTTP status.</param>
/// <param name="Subject">The field, row or identifier concerned, where it is not the whole request. Never personal data.</param>
public sealed record Refusal(
    string Code, string Explanation = "", RefusalKind Kind = RefusalKind.Conflict, string? Subject = null)
{
    /// <summary>The same refusal, said of one field, row or identifier.</summary>
    public Refusal For(string subject) => this with { Subject = subject };
}

/// <summary>What sort of "no" a refusal is.</summary>
public enum RefusalKind
{
    /// <summary>The rules or the present state do not allow it: 409.</summary>
    Conflict,

    /// <summary>What was sent cannot be understood or breaks a limit: 422.</summary>
    Invalid,

    /// <summary>It does not exist, or the caller may not know that it does: 404.</summary>
    NotFound,

    /// <summary>The caller may see it but not do this: 403.</summary>
    Forbidden,

    /// <summary>Something it needs is missing or away for now: 503.</summary>
    Unavailable,

    /// <summary>It was tried too often; a later time is right: 429.</summary>
    TooOften,
}
