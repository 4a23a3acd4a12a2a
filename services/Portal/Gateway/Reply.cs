namespace Mamis.Portal.Gateway;

/// <summary>What the gateway answered: the thing asked for, or why not. Never both.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public sealed record Reply<T>(T? Value, Problem? Problem)
    where T : class;

/// <summary>An answer without content.</summary>
public sealed record Done
{
    public static Done Instance { get; } = new();
}

/// <summary>Why something was not done: every reason at once.</summary>
public sealed record Problem(string Code, IReadOnlyList<Problem.Reason> Refusals)
{
    public const string Away = "SERVICE_AWAY";

    /// <summary>One reason, and the field it concerns.</summary>
    public sealed record Reason(string Code, string? Explanation = null, string? Subject = null);

    public static Problem Of(string code) => new(code, [new(code)]);
}
