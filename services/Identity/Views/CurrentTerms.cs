using Mamis.Identity.Domain;
using Mamis.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Views;

/// <summary>The terms of use that the first login asks to accept.</summary>
public static class CurrentTerms
{
    public static Ok<Terms> Get(TimeProvider clock) => TypedResults.Ok(Terms.On(clock.Today()));
}
