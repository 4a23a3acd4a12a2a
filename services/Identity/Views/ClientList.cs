using Mamis.Identity.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Views;

/// <summary>The machine clients for JMA staff: what each may do and when it was last used, so that nobody keeps a key to a door long closed.</summary>
public sealed record ClientList(IEnumerable<ClientList.Item> Clients, IEnumerable<string> Scopes)
{
    public sealed record Item(
        string ClientId, string Role, string? Association, IEnumerable<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt,
        DateTimeOffset? FormerSecretUntil, DateTimeOffset? FormerSecretUsedAt, DateTimeOffset? RevokedAt);

    public static async Task<Ok<ClientList>> Get(ClientRegister register, CancellationToken cancellation) =>
        TypedResults.Ok(new ClientList((await register.All(cancellation)).Select(ItemOf), ClientScopes.All));

    private static Item ItemOf(ClientRegister.Entry it) => new(
        it.ClientId, it.Role, it.Association, it.Scope.Split(' '), it.CreatedAt, it.UsedAt,
        it.FormerUntil, it.FormerUntil is null ? null : it.FormerUsedAt, it.RevokedAt);
}
