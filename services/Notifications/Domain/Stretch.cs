using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>A part of a window as a run has to look through it, given how far the runs before it have looked.</summary>
/// <param name="OnlyChanged">All terms in it were looked at; of interest are those whose holder something was heard of since.</param>
public sealed record Stretch(RenewalWindow Window, DateOnly Nearest, DateOnly Horizon, bool OnlyChanged)
{
    /// <summary>What the window has before and after the days looked at, and what it shares with them; they do not overlap.</summary>
    public static IReadOnlyList<Stretch> Of(RenewalWindow window, LookedWindow? looked) => looked is null
        ? [new(window, window.Nearest, window.Horizon, OnlyChanged: false)]
        : (Stretch[])
        [
            .. Between(window, window.Nearest, Earlier(window.Horizon, looked.Nearest.AddDays(-1)), onlyChanged: false),
            .. Between(window, Later(window.Nearest, looked.Nearest), Earlier(window.Horizon, looked.Horizon), onlyChanged: true),
            .. Between(window, Later(window.Nearest, looked.Horizon.AddDays(1)), window.Horizon, onlyChanged: false),
        ];

    private static IEnumerable<Stretch> Between(RenewalWindow window, DateOnly nearest, DateOnly horizon, bool onlyChanged) =>
        nearest <= horizon ? [new(window, nearest, horizon, onlyChanged)] : [];

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

/// <summary>The ends of terms that the runs have looked at for one notice.</summary>
public sealed record LookedWindow
{
    public required NoticeKind Kind { get; init; }

    public required NoticeRoute Route { get; init; }

    public required Scheme Scheme { get; init; }

    public string? Association { get; init; }

    public string? Others { get; init; }

    public required DateOnly Nearest { get; init; }

    public required DateOnly Horizon { get; init; }

    /// <summary>Where an association sets a lead of its own or gives it up, the window has other people in it, who were not looked at.</summary>
    public bool IsOf(RenewalWindow window) =>
        (Kind, Route, Scheme, Association, Others) == (window.Kind, window.Route, window.Scheme, window.Association, window.Others);
}
