using System.Security.Cryptography;
using Mamis.ServiceDefaults.Files;
using Mamis.TrainingCredits.Domain.Door;

namespace Mamis.TrainingCredits.Features.Statements;

/// <summary>The check code of a statement: 16 letters that follow from its exact content and a key only this service has (HMAC-SHA-256, 80 bits).</summary>
public sealed class StatementCode(IConfiguration configuration)
{
    private const int Bytes = 10;
    private const int GroupLength = 4;

    private readonly byte[] _key = Seal.KeyFor("training-credits statements", configuration);

    public string Of(LedgerStatement statement) => PlainLetters.Write(HMACSHA256.HashData(_key, statement.ToBytes()).AsSpan(0, Bytes));

    /// <summary>In groups, as people read it aloud and type it.</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(GroupLength).Select(it => new string(it)));

    /// <summary>As it is kept, however it was typed; null when it cannot be a code.</summary>
    public static string? Read(string? typed) => PlainLetters.Read(typed ?? string.Empty) is { Length: Bytes } bytes ? PlainLetters.Write(bytes) : null;
}
