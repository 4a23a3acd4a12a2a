using System.Security.Cryptography;
using Mamis.Certification.Tests.Support;
using Mamis.ServiceDefaults.Files.Documents;
using Microsoft.Extensions.Configuration;

namespace Mamis.Certification.Tests.Features;

/// <summary>A file is kept only after a scanner said that nothing is in it; the scanner is a socket that speaks INSTREAM.</summary>
public sealed class DocumentScanTests
{
    [Theory]
    [InlineData("stream: OK\0", null)]
    [InlineData("stream: Eicar-Test-Signature FOUND\0", "DOCUMENT_INFECTED")]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", "DOCUMENT_SCANNER_AWAY")]
    [InlineData("", "DOCUMENT_SCANNER_AWAY")]
    [InlineData("stream: OK but", "DOCUMENT_SCANNER_AWAY")]
    public async Task Only_a_clear_answer_lets_a_file_in(string answer, string? code)
    {
        await using var clamd = new Clamd(answer);

        Assert.Equal(code, (await On(clamd.Address).Look(new MemoryStream([1, 2, 3]), CancellationToken.None))?.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64 * 1024)]
    [InlineData((64 * 1024) + 1)]
    [InlineData(DocumentFile.Largest)]
    public async Task The_scanner_sees_every_byte_of_it(int size)
    {
        await using var clamd = new Clamd("stream: OK\0");
        var file = RandomNumberGenerator.GetBytes(size);
        await On(clamd.Address).Look(new MemoryStream(file), CancellationToken.None);

        var received = await clamd.Received;
        Assert.True(file.AsSpan().SequenceEqual(received));
    }

    [Fact]
    public async Task A_scanner_that_is_away_lets_nothing_in()
    {
        var clamd = new Clamd("stream: OK\0");
        var address = clamd.Address;
        await clamd.DisposeAsync();

        Assert.Equal("DOCUMENT_SCANNER_AWAY", (await On(address).Look(new MemoryStream([1]), CancellationToken.None))?.Code);
    }

    [Fact]
    public async Task Without_one_nothing_is_scanned_and_that_is_said()
    {
        Assert.Null(await On(null).Look(new MemoryStream([1]), CancellationToken.None));
        Assert.Equal((false, true), (On(null).IsOn, On("127.0.0.1:3310").IsOn));
    }

    [Theory]
    [InlineData("clamd")]
    [InlineData("a b:3310")]
    public void An_address_that_is_none_stops_the_start(string address) => Assert.Throws<InvalidOperationException>(() => On(address));

    private static DocumentScan On(string? address) =>
        DocumentScan.Of(new ConfigurationBuilder().AddInMemoryCollection([new(DocumentScan.Setting, address)]).Build());
}
