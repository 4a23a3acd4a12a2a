using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features;

/// <summary>Puts an association into the register, or gives it another name.</summary>
public static class ListAssociation
{
    private const int LongestName = 200;

    public sealed record Command(string Code, string Name);

    public static Decision Decide(MedicalAssociation association, Command command)
    {
        IReadOnlyList<Refusal> reasons =
        [
            .. Association.TierOf(command.Code) is null ? [Refusals.AssociationCodeInvalid] : Array.Empty<Refusal>(),
            .. string.IsNullOrWhiteSpace(command.Name) || command.Name.Length > LongestName ? [Refusals.AssociationNameInvalid] : Array.Empty<Refusal>(),
        ];

        return Decision.RefuseOr(reasons, () => association.Name switch
        {
            null => Decision.Append(new AssociationListed(command.Code, command.Name)),
            var name when name == command.Name => Decision.Nothing,
            _ => Decision.Append(new AssociationRenamed(command.Code, command.Name)),
        });
    }

    public sealed record Request(string Name);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        string code, Request request, IEventStore store, CancellationToken cancellation)
    {
        var command = new Command(code, request.Name.Trim());
        var decision = await store.DecideAsync<MedicalAssociation>(MedicalAssociation.IdOf(code), it => Decide(it, command), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
