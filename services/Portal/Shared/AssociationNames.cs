using Mamis.Kernel;
using Mamis.Portal.Gateway;

namespace Mamis.Portal.Shared;

/// <summary>Names for the codes of associations, read once for a page.</summary>
public sealed class AssociationNames(GatewayClient gateway)
{
    private Dictionary<string, string>? _names;

    public async Task Load(CancellationToken cancellation)
    {
        var reply = await gateway.Get<IReadOnlyList<AssociationName>>("/api/identity/associations", cancellation);
        _names = reply.Value?.ToDictionary(it => it.Code, it => it.Name);
    }

    /// <summary>The 47 prefectures, for a choice.</summary>
    public IEnumerable<string> Prefectures => (_names ?? []).Keys.Where(it => Association.IsPrefecture(it)).Order(StringComparer.Ordinal);

    /// <summary>The prefecture itself: its association is called after it.</summary>
    public string Prefecture(string code) => Of(code) is var name && name.EndsWith(Words.Say("association.suffix"), StringComparison.Ordinal)
        ? name[..^Words.Say("association.suffix").Length]
        : name;

    /// <summary>An association and those below it, by their codes; the association alone while the register cannot be read.</summary>
    public IEnumerable<(string Code, string Name)> Within(string association) => (_names ?? [])
        .Where(it => association == Association.Jma || it.Key == association || it.Key.StartsWith($"{association}-", StringComparison.Ordinal))
        .OrderBy(it => it.Key != association)
        .ThenBy(it => it.Key, StringComparer.Ordinal)
        .Select(it => (it.Key, it.Value))
        .DefaultIfEmpty((association, association));

    /// <summary>The name, or the code while the register cannot be read.</summary>
    public string Of(string? code) => code is null ? string.Empty : _names?.GetValueOrDefault(code) ?? code;
}
