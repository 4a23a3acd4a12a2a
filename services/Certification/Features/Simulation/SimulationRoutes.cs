using Mamis.Kernel;
using Mamis.ServiceDefaults;

namespace Mamis.Certification.Features.Simulation;

/// <summary>The rules tried on invented cases, and the worked ones to begin with; whoever deals with the rules may.</summary>
public static class SimulationRoutes
{
    private static readonly string[] Callers = [Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff, Roles.Auditor];

    public static void MapSimulations(this IEndpointRouteBuilder app)
    {
        app.MapPost("/simulations", SimulateCase.Handle).For(Callers);
        app.MapGet("/simulations", WorkedCases.List).For(Callers);
        app.MapGet("/simulations/{id}", WorkedCases.Get).For(Callers);
    }
}
