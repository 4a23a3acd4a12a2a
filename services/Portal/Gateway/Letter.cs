using System.Text.Json.Serialization;

namespace Mamis.Portal.Gateway;

/// <summary>The letters of the reader's association.</summary>
public sealed record Letters([property: JsonPropertyName("letters")] IReadOnlyList<Letter> Items)
{
    public int Waiting => Items.Count(it => it.State == "letter-ordered");

    /// <summary>What was printed at once and is not in the post yet, with the number of its letters.</summary>
    public IReadOnlyList<(Guid Id, int Letters)> Printed =>
        [.. Items.Where(it => it.State == "letter-printed").GroupBy(it => it.BatchId ?? Guid.Empty).Select(it => (it.Key, it.Count()))];

    public IReadOnlyList<Letter> Returned => [.. Items.Where(it => it.State == "returned")];
}

/// <summary>One letter.</summary>
public sealed record Letter(Guid Id, Guid PhysicianId, string Kind, string State, Guid? BatchId, string? Code, string? LetterNumber);
