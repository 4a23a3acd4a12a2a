namespace Mamis.Identity.Tokens;

/// <summary>What a machine client may be allowed to do, and the role in which it does it: a client has the scopes of one role.</summary>
public static class ClientScopes
{
    private static readonly Dictionary<string, string> Roles = DataFile.Rows("client-scopes.csv").ToDictionary(it => it[0], it => it[1]);

    public static IEnumerable<string> All => Roles.Keys;

    /// <summary>The one role of all these scopes; null when there is none, or more than one.</summary>
    public static string? RoleOf(IEnumerable<string> scopes) =>
        scopes.Select(Roles.GetValueOrDefault).Distinct().ToList() is [{ } role] ? role : null;
}
