using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Views;

/// <summary>The windows of the rules on a day, a parameter for each column; queries read them as rows.</summary>
public record WindowRows
{
    private readonly IReadOnlyList<RenewalWindow> _windows;

    public WindowRows(DateOnly day) => _windows = RenewalNoticeRule.WindowsOn(day);

    public string[] Kinds => [.. _windows.Select(it => it.Kind.ToString())];

    public string[] Routes => [.. _windows.Select(it => it.Route.ToString())];

    public string[] Schemes => [.. _windows.Select(it => it.Scheme.ToString())];

    public DateOnly[] Nearest => [.. _windows.Select(it => it.Nearest)];

    public DateOnly[] Horizons => [.. _windows.Select(it => it.Horizon)];
}
