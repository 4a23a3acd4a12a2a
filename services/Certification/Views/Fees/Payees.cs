namespace Mamis.Certification.Views.Fees;

/// <summary>The account an association takes fees on.</summary>
/// <param name="Kind"><c>ordinary</c> (普通) or <c>current</c> (当座).</param>
/// <param name="Holder">In kana, as a bank asks for it.</param>
public sealed record PayeeAccount(string Bank, string Branch, string Kind, string Number, string Holder);

/// <summary>Which association takes fees on which account: a file of whoever runs the system, read at the start.</summary>
/// <remarks>An association that is not in it takes money at its counter. The demonstration brings invented accounts.</remarks>
public sealed class Payees
{
    private readonly Dictionary<string, PayeeAccount> _accounts;

    public Payees(IConfiguration configuration) => _accounts = RowsOf(configuration).ToDictionary(
        it => it[0],
        it => it is [_, var bank, var branch, "ordinary" or "current", { Length: 7 } number, var holder] && number.All(char.IsAsciiDigit)
            ? new PayeeAccount(bank, branch, it[3], number, holder)
            : throw new InvalidOperationException($"The account of {it[0]} in Fees:Payees is not: association,bank,branch,ordinary|current,seven digits,holder."));

    public PayeeAccount? AccountOf(string association) => _accounts.GetValueOrDefault(association);

    private static IEnumerable<string[]> RowsOf(IConfiguration configuration) => configuration["Fees:Payees"] switch
    {
        { Length: > 0 } file => DataFile.Rows(new StreamReader(file)),
        _ => configuration.GetValue("Demo:Data", false) ? DataFile.Rows("demo-payees.csv") : [],
    };
}
