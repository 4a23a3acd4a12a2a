using Mamis.Kernel;

namespace Mamis.Certification.Views.Ending;

/// <summary>The certificates whose latest term ends in a period, of the physicians an association reaches (D4).</summary>
public static class EndingQuery
{
    /// <summary>What is read from them stands after this; whose standing is not known yet, only the JMA sees.</summary>
    public static string From(EndingRequest request) =>
        $"""
        from certificate_card c left join physician_copy p on p.physician_id = c.physician_id
        where c.valid_to between @from and @to and {Reach(request.Association)}
        """;

    public static object Parameters(EndingRequest request, int limit) => new
    {
        request.From,
        request.To,
        request.Association,
        request.Today,
        After = request.After?.ValidTo ?? DateOnly.MinValue,
        AfterId = request.After?.Id ?? Guid.Empty,
        limit,
    };

    private static string Reach(string association) => Association.TierOf(association) switch
    {
        Tier.Jma => "true",
        Tier.Prefecture => "coalesce(left(p.county, 2), p.workplace_prefecture) = @association",
        Tier.County => "p.county = @association",
        _ => "false",
    };
}
