using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mamis.Story;

/// <summary>300 invented physicians: every third a certified non-member, with certificates of the old system.</summary>
public sealed class Cast
{
    private const int Late = 299;

    private static readonly string[] Families = ["架空", "例山", "試川", "見本", "仮屋", "虚木", "想田", "影森", "幻野", "標谷"];
    private static readonly string[] FamilyKana = ["カクウ", "レイヤマ", "タメシガワ", "ミホン", "カリヤ", "ウツロギ", "ソウダ", "カゲモリ", "マボロシノ", "シルベヤ"];
    private static readonly string[] Given = ["一", "二葉", "三郎", "四季", "五月", "六花", "七海", "八重", "九", "十和"];
    private static readonly string[] GivenKana = ["ハジメ", "フタバ", "サブロウ", "シキ", "サツキ", "リッカ", "ナナミ", "ヤエ", "ヒサシ", "トワ"];

    public Cast(DateOnly today)
    {
        // Another run on the same system must meet other people.
        var first = RandomNumberGenerator.GetInt32(1_000_000, 9_999_000);
        Physicians = [.. Enumerable.Range(0, 300).Select(i => Invent(i, first + i, today))];
        Newcomer = Invent(301, first + 301, today);
    }

    public IReadOnlyList<Person> Physicians { get; }

    public Person Member => Physicians[0];

    public Person NonMember => Physicians[1];

    /// <summary>Has no e-mail address and has not enrolled, so that notices go by letter.</summary>
    public Person WithoutEmail => Physicians[Late];

    /// <summary>In no list: registers without a postcard.</summary>
    public Person Newcomer { get; }

    /// <summary>The import file of the old system.</summary>
    public string ImportFile()
    {
        var csv = new StringBuilder(
            "licenceNumber,familyName,givenName,familyNameKana,givenNameKana,birthDate,email,postalCode,address,county,prefecture,jma," +
            "workplacePrefecture,certificateScheme,certificateNumber,validFrom,validTo\r\n");

        foreach (var it in Physicians)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{it.LicenceNumber},{it.FamilyName},{it.GivenName},{it.FamilyKana},{it.GivenKana},{it.BirthDate:yyyy-MM-dd},{it.Email},")
                .Append(CultureInfo.InvariantCulture, $"100-0001,架空都見本区{it.Index}番地,{it.County},{it.Prefecture},{(it.County is null ? "false" : "true")},13,")
                .Append(CultureInfo.InvariantCulture, $"occupational,{it.CertificateNumber},{it.ValidFrom:yyyy-MM-dd},{it.ValidTo:yyyy-MM-dd}\r\n");
        }

        return csv.ToString();
    }

    /// <summary>The two who renew end soon, the one without e-mail in a year, so that a letter is due today; the others much later.</summary>
    private static DateOnly EndOfTerm(int i, DateOnly today) => i switch
    {
        0 or 1 => today.AddDays(60),
        Late => today.AddYears(1),
        _ => today.AddYears(3).AddDays(i),
    };

    private static Person Invent(int i, int licence, DateOnly today)
    {
        var member = i % 3 != 1;
        var validTo = EndOfTerm(i, today);

        return new()
        {
            Index = i,
            LicenceNumber = licence.ToString(CultureInfo.InvariantCulture),
            FamilyName = Families[i % 10],
            GivenName = Given[i / 10 % 10],
            FamilyKana = FamilyKana[i % 10],
            GivenKana = GivenKana[i / 10 % 10],
            BirthDate = new DateOnly(1950 + (i % 40), 1 + (i % 12), 1 + (i % 28)),
            // Every fifth has no e-mail and is reached by letter.
            Email = i % 5 == 4 ? null : $"physician{licence}@example.invalid",
            County = member ? "13-001" : null,
            Prefecture = member ? "13" : null,
            CertificateNumber = $"S{licence}",
            ValidFrom = validTo.AddYears(-5).AddDays(1),
            ValidTo = validTo,
        };
    }
}

/// <summary>One of the invented physicians.</summary>
public sealed record Person
{
    public required int Index { get; init; }

    public required string LicenceNumber { get; init; }

    public required string FamilyName { get; init; }

    public required string GivenName { get; init; }

    public required string FamilyKana { get; init; }

    public required string GivenKana { get; init; }

    public required DateOnly BirthDate { get; init; }

    public string? Email { get; init; }

    /// <summary>Null for a non-member.</summary>
    public string? County { get; init; }

    public string? Prefecture { get; init; }

    public required string CertificateNumber { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly ValidTo { get; init; }

    /// <summary>The only e-mail address a person who had none gives at the first login.</summary>
    public string EmailAtLogin => Email ?? $"physician{LicenceNumber}@example.invalid";
}
