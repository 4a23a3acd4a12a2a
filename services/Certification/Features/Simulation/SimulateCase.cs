using System.Text.Json;
using Mamis.Certification.Domain.Eligibility;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Simulation;

/// <summary>Evaluates an invented case, so that anybody can try the rules before a training or an application. Stores nothing.</summary>
public static class SimulateCase
{
    private static readonly JsonDocumentOptions Strictly = new() { AllowDuplicateProperties = false };

    public static async Task<Results<Ok<SimulationAnswer>, ProblemHttpResult>> Handle(
        HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, Strictly, cancellation);
            var (it, refusals) = CaseReader.Read(body.RootElement);

            return it is null ? refusals.ToProblem() : TypedResults.Ok(SimulationAnswer.From(Examination.Of(it)));
        }
        catch (JsonException)
        {
            return BadInput.NotJson.ToProblem();
        }
    }
}
