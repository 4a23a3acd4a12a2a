using System.Text.Json;
using Mamis.Certification.Domain.Eligibility;
using Mamis.Kernel;
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

            return it is null
                ? Problem(StatusCodes.Status422UnprocessableEntity, refusals)
                : TypedResults.Ok(SimulationAnswer.From(Examination.Of(it)));
        }
        catch (JsonException)
        {
            return Problem(StatusCodes.Status400BadRequest, [BadInput.NotJson]);
        }
    }

    private static ProblemHttpResult Problem(int status, IReadOnlyList<Refusal> refusals) => TypedResults.Problem(
        statusCode: status,
        title: "The case cannot be evaluated.",
        extensions: new Dictionary<string, object?> { ["code"] = refusals[0].Code, ["errors"] = refusals });
}
