using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Streamix.LocalS3.Errors;

namespace Streamix.LocalS3.Payload;

/// <summary>CRLF lines between the chunks.</summary>
internal sealed class ChunkLines(PipeReader pipe)
{
    private const int Longest = 1024;

    /// <summary>Null when the body ended cleanly before another line.</summary>
    public async ValueTask<string?> ReadAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var read = await pipe.ReadAsync(cancellation);
            var buffer = read.Buffer;
            if (TryTake(buffer, out var line, out var next))
            {
                pipe.AdvanceTo(next);
                return line;
            }
            // What was read is always given back, also before an error: the server must be able to drain the rest.
            var pending = buffer.Length;
            pipe.AdvanceTo(buffer.Start, buffer.End);
            if (pending > Longest)
                throw S3Error.InvalidRequest("A chunk header or trailer is too long.");
            if (read.IsCompleted)
                return pending == 0 ? null : throw S3Error.IncompleteBody();
        }
    }

    private static bool TryTake(ReadOnlySequence<byte> buffer, out string line, out SequencePosition next)
    {
        var reader = new SequenceReader<byte>(buffer);
        var found = reader.TryReadTo(out ReadOnlySequence<byte> bytes, "\r\n"u8);
        line = found && bytes.Length <= Longest ? Encoding.ASCII.GetString(bytes) : "";
        next = reader.Position;
        return found && bytes.Length <= Longest;
    }
}
