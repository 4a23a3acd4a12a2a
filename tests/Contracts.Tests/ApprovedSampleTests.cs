namespace Mamis.Contracts.Tests;

public sealed class ApprovedSampleTests
{
    public static TheoryData<string> Contracts => new(ContractTypes.All.Select(ContractTypes.NameOf));

    [Theory]
    [MemberData(nameof(Contracts))]
    public async Task A_contract_is_written_as_it_was_approved(string name)
    {
        var approved = Path.Combine(Repository.Folder("tests", "Contracts.Tests", "Approved"), $"{name}.json");
        var written = Sample.Write(Sample.Of(ContractTypes.Find(name)));

        Assert.True(File.Exists(approved), $"{name} has no approved sample. When it is right, store this as {approved}:\n{written}");
        Assert.Equal(await File.ReadAllTextAsync(approved), written);
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public async Task What_was_approved_is_still_understood(string name)
    {
        var contract = ContractTypes.Find(name);
        var approved = await File.ReadAllTextAsync(Path.Combine(Repository.Folder("tests", "Contracts.Tests", "Approved"), $"{name}.json"));

        Assert.Equal(approved, Sample.Write(Sample.Read(approved, contract) ?? new object()));
    }

    [Fact]
    public void No_sample_outlives_its_contract() => Assert.Equal(
        ContractTypes.All.Select(ContractTypes.NameOf).Order(StringComparer.Ordinal),
        Directory.GetFiles(Repository.Folder("tests", "Contracts.Tests", "Approved"), "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void The_readme_names_every_contract()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Folder("contracts"), "README.md"));

        Assert.All(ContractTypes.All, it => Assert.Contains($"`{it.Name}`", readme, StringComparison.Ordinal));
    }
}
