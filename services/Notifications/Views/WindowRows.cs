using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Views;

/// <summary>Windows as parameters, one for each column; queries read them as rows.</summary>
public class WindowRows(IReadOnlyList<RenewalWindow> windows)
{
    /// <summary>Whether the association <c>a</c> tells after the window <c>w</c>; whose association is not known belongs to all others.</summary>
    public const string Tells =
        "(case when w.own is null then coalesce(a.association <> all (string_to_array(w.others, ',')), true) else a.association = w.own end)";

    public string[] Kinds => [.. windows.Select(it => it.Kind.ToString())];

    public string[] Routes => [.. windows.Select(it => it.Route.ToString())];

    public string[] Schemes => [.. windows.Select(it => it.Scheme.ToString())];

    public string?[] Owns => [.. windows.Select(it => it.Association)];

    public string[] Others => [.. windows.Select(it => it.Others)];

    public DateOnly[] Nearest => [.. windows.Select(it => it.Nearest)];

    public DateOnly[] Horizons => [.. windows.Select(it => it.Horizon)];
}
