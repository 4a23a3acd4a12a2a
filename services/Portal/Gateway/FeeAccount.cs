namespace Mamis.Portal.Gateway;

/// <summary>How the fee of an application stands: what to pay to whom under which number, and what became of it.</summary>
public sealed record FeeAccount(
    string Status, int Amount, int Received, int Outstanding, string Payee, PayeeAccount? Account, string Reference, DateOnly? ReceivedOn, string? Reason)
{
    public bool IsOwed => Outstanding > 0;

    public string Tone => Status switch
    {
        "paid" or "waived" => "good",
        "refunded" => "bad",
        _ => "wait",
    };
}

/// <summary>The account an association takes fees on.</summary>
public sealed record PayeeAccount(string Bank, string Branch, string Kind, string Number, string Holder);
