using System.Text.Json;
using System.Text.RegularExpressions;
using Mamis.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Mamis.ServiceDefaults;

/// <summary>Says which field of a request could not be read, without a word about the types behind it.</summary>
public static partial class UnreadableRequest
{
    private const string Code = "REQUEST_UNREADABLE";

    public static ProblemDetails Explain(BadHttpRequestException bad)
    {
        var problem = (bad.InnerException is JsonException json ? OfJson(json) : OfParameter(bad)).ToProblem().ProblemDetails;
        problem.Status = bad.StatusCode;
        return problem;
    }

    private static IReadOnlyList<Refusal> OfJson(JsonException json) => json.Message switch
    {
        var it when it.Contains("missing required properties", StringComparison.Ordinal) =>
            [.. Quoted().Matches(it).Skip(1).Select(name => new Refusal("FIELD_MISSING", "The field is required.", RefusalKind.Invalid, name.Groups[1].Value))],
        var it when it.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) =>
            [new("FIELD_UNKNOWN", "There is no such field; is it misspelt?", RefusalKind.Invalid, Quoted().Match(it).Groups[1].Value)],
        var it when it.Contains("Duplicate property", StringComparison.OrdinalIgnoreCase) =>
            [new("FIELD_TWICE", "The field is given more than once.", RefusalKind.Invalid, Field(json))],
        _ when Field(json) is { } field => [new("FIELD_INVALID", "The value has the wrong type or form.", RefusalKind.Invalid, field)],
        _ => [new(Code, $"The body is not valid JSON (line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}).", RefusalKind.Invalid)],
    };

    private static IReadOnlyList<Refusal> OfParameter(BadHttpRequestException bad) =>
        Parameter().Match(bad.Message) is { Success: true } named
            ? [new("FIELD_INVALID", "The value is missing or has the wrong form.", RefusalKind.Invalid, named.Groups[1].Value)]
            : [new(Code, "The request cannot be read. Compare it with the service's OpenAPI document.", RefusalKind.Invalid)];

    /// <summary><c>$.sessions[0].units</c> is the field <c>sessions[0].units</c>.</summary>
    private static string? Field(JsonException json) => json.Path is { Length: > 2 } path ? path[2..] : null;

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();

    /// <summary>The name in the framework's sentence on a parameter that could not be bound.</summary>
    [GeneratedRegex("parameter \"(?:[^ \"]+ )?([^ \"]+)\"")]
    private static partial Regex Parameter();
}
