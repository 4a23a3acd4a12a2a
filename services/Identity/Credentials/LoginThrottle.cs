namespace Mamis.Identity.Credentials;

/// <summary>How long the next attempt has to wait after so many failures in a row (NIST SP 800-63B-4: at most 100, growing waits).</summary>
public static class LoginThrottle
{
    /// <summary>Slips of the finger that cost nothing.</summary>
    public const int Free = 10;

    /// <summary>From here on only one attempt a day is left, so that guessing goes nowhere and the owner still gets in.</summary>
    public const int Most = 100;

    private static readonly TimeSpan LongestBefore = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterMost = TimeSpan.FromHours(24);

    /// <summary>The waits in seconds by the number of failures, for the statement that counts them.</summary>
    public static int[] Seconds { get; } = [.. Enumerable.Range(0, Most + 1).Select(it => (int)WaitAfter(it).TotalSeconds)];

    public static TimeSpan WaitAfter(int failures) => failures switch
    {
        < Free => TimeSpan.Zero,
        >= Most => AfterMost,
        _ => TimeSpan.FromSeconds(Math.Min(Math.Pow(2, failures - Free), LongestBefore.TotalSeconds)),
    };
}
