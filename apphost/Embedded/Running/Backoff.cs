namespace Mamis.AppHost.Embedded.Running;

/// <summary>How long to wait before the next start: longer each time, short again after a good life.</summary>
public readonly record struct Backoff(TimeSpan Duration)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan GoodLife = TimeSpan.FromSeconds(30);

    public static Backoff First { get; } = new(TimeSpan.FromMilliseconds(250));

    public Backoff After(TimeSpan lived)
    {
        if (lived >= GoodLife)
        {
            return First;
        }

        var doubled = Duration * 2;
        return new(doubled < Longest ? doubled : Longest);
    }
}
