using System.Text.RegularExpressions;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Identity.Tokens;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features;

/// <summary>Gives a program an account of its own, with the scopes of one role and nothing more; its secret is shown this once.</summary>
public static partial class CreateMachineClient
{
    /// <param name="Association">The organizing body it reports for; without one it acts for the JMA.</param>
    public sealed record Request(string ClientId, IReadOnlyList<string> Scopes, string? Association = null);

    /// <param name="FormerSecretUntil">Until when the secret before this one works too.</param>
    public sealed record Answer(string ClientId, string ClientSecret, DateTimeOffset? FormerSecretUntil = null);

    public static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Request request, HttpContext context, ClientRegister register, IEventStore store, CancellationToken cancellation)
    {
        var association = request.Association ?? Association.Jma;
        var body = (await store.Load<Organizer>(Organizer.IdOf(association), cancellation)).State;
        var role = ClientScopes.RoleOf(request.Scopes);
        IReadOnlyList<Refusal> refusals = [.. Reasons(request.ClientId, role, association, isBody: body.Code is not null)];

        if (refusals.Count > 0 || role is null)
        {
            return refusals.ToProblem();
        }

        var client = new MachineClients.Client(
            request.ClientId, MachineClients.NewSecret(), role, association, string.Join(' ', request.Scopes.Distinct()));

        if (!await register.Add(client, context.User.Subject(), cancellation))
        {
            return Refusals.ClientIdTaken.ToProblem();
        }

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/machine-clients/{client.ClientId}", new Answer(client.ClientId, client.Secret));
    }

    public static IEnumerable<Refusal> Reasons(string clientId, string? role, string association, bool isBody) =>
    [
        .. Name().IsMatch(clientId) ? [] : new[] { Refusals.ClientIdInvalid },
        .. role is null ? [Refusals.ScopesInvalid] : Array.Empty<Refusal>(),
        .. role is null || (role == Roles.Organizer ? isBody : association == Association.Jma) ? [] : new[] { Refusals.BodyUnknown },
    ];

    [GeneratedRegex("^[a-z][a-z0-9-]{2,49}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
