using System.Text.Json;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views;

namespace Mamis.TrainingCredits.Features.Statements;

/// <summary>What a printed statement says (単位取得証明): whose ledger, as known on which day, with every entry and the sums of exactly these.</summary>
/// <param name="KnownOn">The day whose knowledge it shows, to its end in Tokyo.</param>
public sealed record LedgerStatement(Person Holder, LedgerPage Page, DateOnly KnownOn, DateOnly PrintedOn)
{
    /// <summary>All that stands on the paper as bytes, the same for the same content: printed twice on a day it has one code.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(new
    {
        Holder = Holder.Id.Value,
        Holder.LicenceNumber,
        Holder.FamilyName,
        Holder.GivenName,
        Holder.BirthDate,
        KnownOn,
        PrintedOn,
        Page.Entries,
        Page.Totals,
    });
}
