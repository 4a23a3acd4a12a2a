namespace Mamis.Contracts.Tests;

public sealed class AsyncApiTests
{
    [Fact]
    public async Task The_AsyncAPI_document_says_what_the_code_says()
    {
        var stored = await File.ReadAllTextAsync(Repository.Folder("contracts", "asyncapi.yaml"));

        Assert.Equal(stored, AsyncApiDocument.Write());
    }

    [Fact]
    public void Every_contract_says_what_it_means() => Assert.All(
        ContractTypes.All, it => Assert.DoesNotContain($"    {it.Name}:\n      summary: ''", AsyncApiDocument.Write(), StringComparison.Ordinal));
}
