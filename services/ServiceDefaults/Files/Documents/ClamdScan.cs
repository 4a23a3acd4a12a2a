using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Mamis.Kernel;

namespace Mamis.ServiceDefaults.Files.Documents;

/// <summary>Asks a clamd over TCP: INSTREAM, the file in pieces with their lengths before them, an empty piece, one line as the answer.</summary>
/// <remarks>Only a clear answer counts: whatever else comes, or nothing within 30 seconds, means that the file is not kept.</remarks>
public sealed class ClamdScan(string host, int port) : DocumentScan
{
    private const int LengthSize = 4;
    private const int PieceSize = 64 * 1024;
    private const int LongestAnswer = 4_096;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public override bool IsOn => true;

    public override async Task<Refusal?> Look(Stream content, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);

        try
        {
            using var connection = new TcpClient();
            await connection.ConnectAsync(host, port, patience.Token);
            await using var clamd = connection.GetStream();
            await Send(content, clamd, patience.Token);

            return await Answer(clamd, patience.Token) switch
            {
                "stream: OK" => null,
                var found when found.EndsWith(" FOUND", StringComparison.Ordinal) => DocumentRefusals.Infected,
                _ => DocumentRefusals.ScannerAway,
            };
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return DocumentRefusals.ScannerAway;
        }
    }

    private static async Task Send(Stream content, NetworkStream clamd, CancellationToken cancellation)
    {
        await clamd.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellation);
        var piece = new byte[LengthSize + PieceSize];
        int read;

        do
        {
            read = await content.ReadAsync(piece.AsMemory(LengthSize), cancellation);
            BinaryPrimitives.WriteInt32BigEndian(piece, read);
            await clamd.WriteAsync(piece.AsMemory(0, LengthSize + read), cancellation);
        }
        while (read > 0);
    }

    private static async Task<string> Answer(NetworkStream clamd, CancellationToken cancellation)
    {
        var answer = new byte[LongestAnswer];
        var (length, read) = (0, 0);

        do
        {
            read = await clamd.ReadAsync(answer.AsMemory(length), cancellation);
            length += read;
        }
        while (read > 0 && answer[length - 1] != 0);

        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0');
    }
}
