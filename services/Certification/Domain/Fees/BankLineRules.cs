namespace Mamis.Certification.Domain.Fees;

/// <summary>How long the payer's name and words stay: the yearly audit of the association and a month more; its books keep the payment.</summary>
public sealed record BankLineRules(DateOnly Since, int KeptForMonths)
{
    private static readonly BankLineRules[] Versions =
    [
        new(Since: DateOnly.MinValue, KeptForMonths: 13),
    ];

    public static BankLineRules On(DateOnly day) => Versions.Last(rules => rules.Since <= day);

    /// <summary>The first value day that is still kept.</summary>
    public static DateOnly KeptFrom(DateOnly today) => today.AddMonths(-On(today).KeptForMonths);
}
