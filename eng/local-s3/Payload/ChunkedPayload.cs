using System.Buffers;
using System.IO.Pipelines;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Signing;

namespace Streamix.LocalS3.Payload;

/// <summary>The aws-chunked transfer, with or without signatures and trailers.</summary>
internal sealed class ChunkedPayload(PipeReader pipe, RequestSignature signature) : PayloadReader, IDisposable
{
    private readonly ChunkLines lines = new(pipe);
    private readonly ChunkTrailers trailers = new();
    private readonly ChunkSignatures? signatures = ContentHash.SignsChunks(signature.ContentHash) ? new(signature) : null;
    private readonly bool hasTrailer = ContentHash.HasTrailer(signature.ContentHash);
    private ChunkHeader chunk;
    private long remaining;
    private bool finished;

    public override IReadOnlyDictionary<string, string> Trailers => trailers.Values;

    public override async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellation)
    {
        if (finished || (remaining == 0 && !await NextChunkAsync(cancellation)))
            return 0;
        var read = await pipe.ReadAsync(cancellation);
        var buffer = read.Buffer;
        if (buffer.IsEmpty && read.IsCompleted)
        {
            pipe.AdvanceTo(buffer.End);
            throw S3Error.IncompleteBody();
        }
        var count = (int)Math.Min(Math.Min(buffer.Length, destination.Length), remaining);
        buffer.Slice(0, count).CopyTo(destination.Span);
        pipe.AdvanceTo(buffer.GetPosition(count));
        signatures?.Append(destination.Span[..count]);
        remaining -= count;
        if (remaining == 0)
            await EndChunkAsync(cancellation);
        return count;
    }

    public void Dispose() => signatures?.Dispose();

    private async ValueTask<bool> NextChunkAsync(CancellationToken cancellation)
    {
        chunk = ChunkHeader.Parse(await lines.ReadAsync(cancellation) ?? throw S3Error.IncompleteBody());
        remaining = chunk.Size;
        if (remaining > 0)
            return true;
        finished = true;
        signatures?.EndChunk(chunk.Signature);
        if (hasTrailer)
            await trailers.ReadAsync(lines, signatures, cancellation);
        else if (await lines.ReadAsync(cancellation) is { Length: > 0 })
            throw ChunkTrailers.Malformed();
        if (await lines.ReadAsync(cancellation) is not null)
            throw S3Error.InvalidRequest("There is data behind the last chunk.");
        return false;
    }

    private async ValueTask EndChunkAsync(CancellationToken cancellation)
    {
        signatures?.EndChunk(chunk.Signature);
        if (await lines.ReadAsync(cancellation) is not "")
            throw S3Error.IncompleteBody();
    }
}
