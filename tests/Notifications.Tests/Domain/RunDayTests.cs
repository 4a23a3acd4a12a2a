using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Tests.Domain;

public sealed class RunDayTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(null, "AS_OF_MISSING")]
    [InlineData(" ", "AS_OF_MISSING")]
    [InlineData("22.11.2026", "AS_OF_UNREADABLE")]
    [InlineData("2026-02-29", "AS_OF_UNREADABLE")]
    [InlineData("2025-11-21", "AS_OF_TOO_EARLY")]
    [InlineData("2036-11-23", "AS_OF_TOO_LATE")]
    [InlineData("9999-12-31", "AS_OF_TOO_LATE")]
    public void A_day_that_cannot_be_meant_is_refused_by_its_own_code(string? asOf, string code) =>
        Assert.Equal(code, RunDay.Read(asOf, Today).Refusal?.Code);

    [Theory]
    [InlineData("2025-11-22")]
    [InlineData("2026-11-22")]
    [InlineData("2036-11-22")]
    public void Any_day_near_enough_is_taken_so_that_years_can_be_simulated(string asOf)
    {
        var (day, refusal) = RunDay.Read(asOf, Today);

        Assert.Null(refusal);
        Assert.Equal(DateOnly.Parse(asOf, null), day);
    }
}
