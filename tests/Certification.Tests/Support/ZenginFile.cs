using System.Globalization;
using System.Text;

namespace Mamis.Certification.Tests.Support;

/// <summary>An account statement as a bank writes it: 200 half-width letters a record.</summary>
public sealed class ZenginFile
{
    private readonly List<string> _records = [];
    private (long In, long InYen, long Out, long OutYen) _totals;

    public ZenginFile()
    {
        _records.Add($"1030{"081101"}{"081101"}{"081130"}9999{"\uff76\uff78\uff73",-15}001{"\uff90\uff8e\uff9d",-15}000{"1"}{"9000001",10}{"\uff76\uff78\uff73\uff72\uff7c\uff76\uff72",-40}11{0:00000000000000}".PadRight(200));
    }

    /// <param name="day">Six digits, the year of the era first.</param>
    /// <param name="kind">11 for a transfer, 19 for a correction.</param>
    public ZenginFile With(string day, long yen, string payer, string edi = "", char direction = '1', string kind = "11")
    {
        _records.Add($"2{_records.Count:00000000}{day}{day}{direction}{kind}{yen:000000000000}{0:000000000000}{"",6}{"",6}{"",1}{"",7}{"",3}{0:0000000000}{payer,-48}{"\uff76\uff78\uff73",-15}{"\uff90\uff8e\uff9d",-15}{"\uff8c\uff98\uff7a\uff90",-20}{edi,-20} ");
        _totals = direction == '1'
            ? (_totals.In + 1, _totals.InYen + yen, _totals.Out, _totals.OutYen)
            : (_totals.In, _totals.InYen, _totals.Out + 1, _totals.OutYen + yen);

        return this;
    }

    public string Text(string lineEnd = "\r\n", long wrongBy = 0)
    {
        var trailer = $"8{_totals.In:000000}{_totals.InYen + wrongBy:0000000000000}{_totals.Out:000000}{_totals.OutYen:0000000000000}1{0:00000000000000}{_records.Count - 1:0000000}".PadRight(200);
        var end = $"9{_records.Count + 2:0000000000}{1:00000}".PadRight(200);

        return string.Concat(_records.Append(trailer).Append(end).Select(it => it + lineEnd));
    }

    public byte[] Bytes(string lineEnd = "\r\n", long wrongBy = 0) =>
        CodePagesEncodingProvider.Instance.GetEncoding(932)?.GetBytes(Text(lineEnd, wrongBy)) ?? [];

    /// <summary>A day of the era as six digits.</summary>
    public static string Day(DateOnly day) => $"{(day.Year - 2018).ToString("00", CultureInfo.InvariantCulture)}{day:MMdd}";
}
