using System.Buffers;
using System.IO.Pipelines;

namespace Mamis.Mailbox;

/// <summary>Reads what a mail client sends, line by line and byte by byte: a message may be in any character set.</summary>
public sealed class SmtpLines(Stream stream)
{
    private const int LongestLine = 64 * 1024;
    private const byte Dot = (byte)'.';
    private static readonly byte[] LineEnd = "\r\n"u8.ToArray();

    private readonly PipeReader _reader = PipeReader.Create(stream);

    /// <summary>The next line without its end, or null when the client has gone.</summary>
    public async Task<byte[]?> Read(CancellationToken cancellation)
    {
        while (true)
        {
            var read = await _reader.ReadAsync(cancellation);

            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = read.Buffer.Slice(0, end).ToArray();
                _reader.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line is [.. var text, (byte)'\r'] ? text : line;
            }

            if (read.IsCompleted)
            {
                return null;
            }

            if (read.Buffer.Length > LongestLine)
            {
                throw new IOException("The line does not end.");
            }

            _reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>A whole message with the doubled dots undone, or null when it is larger than allowed; it is read to its end either way.</summary>
    public async Task<byte[]?> ReadMessage(int largest, CancellationToken cancellation)
    {
        using var message = new MemoryStream();
        var fits = true;

        while (true)
        {
            var line = await Read(cancellation) ?? throw new IOException("The client went away in the middle of a message.");

            if (line is [Dot])
            {
                return fits ? message.ToArray() : null;
            }

            var text = line is [Dot, .. var stuffed] ? stuffed : line;
            fits = fits && message.Length + text.Length + LineEnd.Length <= largest;

            if (fits)
            {
                message.Write(text);
                message.Write(LineEnd);
            }
        }
    }
}
