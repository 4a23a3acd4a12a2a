using System.Globalization;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.Certification.Messaging;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Printing;

namespace Mamis.Certification.Features.Fees;

/// <summary>Puts the receipt of a fee on paper: the payer's and the payee's names as Identity has them now; words and look are resources.</summary>
public sealed class ReceiptPaper(IdentityClient identity, Printer printer, TimeProvider clock)
{
    private static readonly string Sheet = Template.Read(typeof(ReceiptPaper).Assembly, "receipt.ja.html");
    private static readonly string Words = Template.Read(typeof(ReceiptPaper).Assembly, "words.ja.txt");

    /// <summary>What was received, for what.</summary>
    /// <param name="Number">The number of the receipt: the reference of the application, and which receipt of a fee it is in its history.</param>
    public sealed record Receipt(
        string Number, string ReceiptNumber, PhysicianId Payer, string Payee, int Amount, DateOnly ReceivedOn, Scheme Scheme, ApplicationKind Kind)
    {
        public static Receipt Of(Guid id, Application it, StoredEvent received) => new(
            $"{TransferReference.Of(new(id)).Digits}-{received.Version}", new ApplicationKey(id).ReceiptNumber, it.Applicant, it.Desks[0], it.FeeReceived,
            received.Data is FeeRecorded fee ? fee.ReceivedOn : throw new InvalidOperationException("Only a received fee is receipted."), it.Scheme, it.Kind);
    }

    public async Task<Printout> Print(Receipt receipt, bool again, CancellationToken cancellation)
    {
        if (await identity.Holder(receipt.Payer, cancellation) is not { } payer)
        {
            return Printout.Refused(Refusals.PhysicianUnknown);
        }

        var payee = await identity.AssociationName(receipt.Payee, cancellation);

        return await printer.Print(
            Html.Of(Sheet, name => name switch
            {
                "number" => receipt.Number,
                "again" => again ? Word("again") : string.Empty,
                "payer" => payer.FullName,
                "amount" => receipt.Amount.ToString("N0", CultureInfo.InvariantCulture),
                "receivedOn" => Written(receipt.ReceivedOn),
                "scheme" => Word(Codes.Of(receipt.Scheme)),
                "kind" => Word(Codes.Of(receipt.Kind)),
                "receiptNumber" => receipt.ReceiptNumber,
                "printedOn" => Written(clock.Today()),
                "payee" => payee,
                _ => throw new InvalidOperationException($"A receipt has nothing for {name}."),
            }),
            cancellation);
    }

    private static string Written(DateOnly day) => day.ToString(Word("date"), CultureInfo.InvariantCulture);

    private static string Word(string key) => Template.Word(Words, key);
}
