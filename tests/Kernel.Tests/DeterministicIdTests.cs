namespace Mamis.Kernel.Tests;

/// <summary>Ids that follow from their parts lead to the same stream however often they are asked for.</summary>
public sealed class DeterministicIdTests
{
    private static readonly Guid Physician = Guid.Parse("01a205c5-4b9a-7841-884d-f16ddd757193");

    [Fact]
    public void The_same_parts_give_the_same_id_and_others_another()
    {
        var id = DeterministicId.From("certificate", Physician, Scheme.Occupational);

        Assert.Equal(id, DeterministicId.From("certificate", Physician, Scheme.Occupational));
        Assert.NotEqual(id, DeterministicId.From("certificate", Physician, Scheme.Sports));
        Assert.NotEqual(id, DeterministicId.From("ledger", Physician, Scheme.Occupational));
    }

    [Fact]
    public void Parts_that_run_together_stay_apart() =>
        Assert.NotEqual(DeterministicId.From("kind", "ab", "c"), DeterministicId.From("kind", "a", "bc"));

    [Fact]
    public void It_is_a_version_8_UUID()
    {
        var text = DeterministicId.From("certificate", Physician).ToString();

        Assert.Equal('8', text[14]);
        Assert.Contains(text[19], "89ab");
    }
}
