using System.Text.Json.Serialization;

namespace Mamis.Portal.Gateway;

/// <summary>The letters of the reader's association: how many wait, what is printed and not in the post yet, and those of the asked state.</summary>
/// <param name="InOnePart">How many letters one document of a batch holds.</param>
public sealed record Letters(
    int Waiting, IReadOnlyList<LetterBatch> Printed, int InOnePart, [property: JsonPropertyName("letters")] IReadOnlyList<Letter> Items, Guid? Next);

/// <summary>Letters printed in one go.</summary>
public sealed record LetterBatch(Guid Id, int Letters);

/// <summary>One letter.</summary>
public sealed record Letter(Guid Id, string Kind, string? Code, string? LetterNumber);
