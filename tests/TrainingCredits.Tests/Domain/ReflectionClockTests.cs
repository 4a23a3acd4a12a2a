using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views;

namespace Mamis.TrainingCredits.Tests.Domain;

public sealed class ReflectionClockTests
{
    [Theory]
    [InlineData(13, Reporting.InTime)]
    [InlineData(14, Reporting.Reminded)]
    [InlineData(24, Reporting.Reminded)]
    [InlineData(25, Reporting.Urged)]
    [InlineData(29, Reporting.Urged)]
    [InlineData(30, Reporting.Overdue)]
    public void A_training_without_a_list_is_reminded_of_twice_and_then_overdue_P5(int days, Reporting expected)
    {
        var training = new UnreportedTraining { LastDay = Some.Today.AddDays(-days) }.On(Some.Today);

        Assert.Equal((days, expected, Some.Today.AddDays(30 - days)), (training.Days, training.Reporting, training.OverdueFrom));
    }
}
