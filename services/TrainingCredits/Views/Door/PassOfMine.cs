using System.Security.Claims;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain.Door;
using Mamis.TrainingCredits.Features.Door;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Views.Door;

/// <summary>The pass a physician shows at the door for the next minute.</summary>
public sealed record PassOfMine(string Pass, DateTimeOffset ValidUntil)
{
    public static Ok<PassOfMine> Get(ClaimsPrincipal user, DoorKeys keys, TimeProvider clock)
    {
        var pass = CheckInPass.For(new(user.Subject()), clock.GetUtcNow());
        return TypedResults.Ok(new PassOfMine(pass.Write(keys.OfPasses), pass.ValidUntil));
    }
}
