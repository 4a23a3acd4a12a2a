using System.Security.Cryptography;
using Mamis.Certification.Tests.Support;
using Mamis.EventStore;
using Mamis.ServiceDefaults.Files.Documents;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mamis.Certification.Tests.Integration;

/// <summary>Files of people under keys of their own: deleted is deleted, and looking brings nothing back (D7).</summary>
[Collection(CertificationCollection.Name)]
[Trait("Category", "Servers")]
public sealed class DocumentVaultTests(CertificationApp app)
{
    private static readonly byte[] Master = RandomNumberGenerator.GetBytes(32);

    private readonly Guid _person = Guid.CreateVersion7();

    private NpgsqlDataSource Database => app.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task One_file_is_deleted_and_the_other_stays_and_the_key_goes_with_the_last()
    {
        var vault = Vault();
        var (first, second) = (await Kept(vault, [1]), await Kept(vault, [2]));

        await Delete(first);
        Assert.Null(await vault.Open(first, CancellationToken.None));
        Assert.Equal([2], await vault.Open(second, CancellationToken.None));
        Assert.NotNull((await vault.Describe(first.DocumentId, CancellationToken.None))?.DeletedAt);
        Assert.Equal(1, await Keys());

        await Delete(second, first);
        Assert.Null(await vault.Open(second, CancellationToken.None));
        Assert.Equal(0, await Keys());
        Assert.Equal([3], await vault.Open(await Kept(vault, [3]), CancellationToken.None));
    }

    [Fact]
    public async Task Reading_under_an_erased_key_says_so_and_makes_no_new_one()
    {
        var vault = Vault();
        var file = await Kept(vault, [1]);
        await Database.Do("delete from person_key where physician_id = @person", new { person = _person }, CancellationToken.None);

        Assert.Null(await vault.Open(file, CancellationToken.None));
        Assert.Equal(0, await Keys());
    }

    [Theory]
    [InlineData("stream: OK\0", true)]
    [InlineData("stream: Eicar-Test-Signature FOUND\0", false)]
    public async Task What_was_scanned_is_on_record_and_what_is_infected_is_not_kept(string answer, bool kept)
    {
        await using var clamd = new Clamd(answer);
        var vault = Vault(clamd.Address);
        var file = Description();
        var result = await vault.Keep(file, [1], CancellationToken.None);

        Assert.Equal(kept, result.Rows is not null);
        Assert.Equal(kept ? [] : ["DOCUMENT_INFECTED"], result.Refusals.Select(it => it.Code));

        if (result.Rows is { } rows)
        {
            await Write(rows);
            Assert.True((await vault.Describe(file.DocumentId, CancellationToken.None))?.Scanned);
        }
    }

    [Fact]
    public async Task What_came_without_a_scanner_is_on_record_as_not_scanned() =>
        Assert.False((await Vault().Describe((await Kept(Vault(), [1])).DocumentId, CancellationToken.None))?.Scanned);

    private DocumentVault Vault(string? scanner = null) => new(
        Database, DocumentScan.Of(new ConfigurationBuilder().AddInMemoryCollection([new(DocumentScan.Setting, scanner)]).Build()), Master);

    private DocumentVault.Description Description() => new()
    {
        DocumentId = Guid.CreateVersion7(),
        BelongsTo = Guid.CreateVersion7(),
        PhysicianId = _person,
        Kind = "Other",
        MediaType = "application/pdf",
    };

    private async Task<DocumentVault.Description> Kept(DocumentVault vault, byte[] content)
    {
        var file = Description();
        await Write((await vault.Keep(file, content, CancellationToken.None)).Rows ?? throw new InvalidOperationException("Not kept."));

        return file;
    }

    private Task Delete(params IEnumerable<DocumentVault.Description> files) => Write(DocumentVault.Delete(files.Select(it => it.DocumentId)));

    private Task Write(Sql rows) => app.Services.GetRequiredService<IEventStore>().Append(new Changes().Write(rows), CancellationToken.None);

    private async Task<long> Keys() => await Database.Find<long>("select count(*) from person_key where physician_id = @person", new { person = _person }, CancellationToken.None);
}
