using System.Buffers;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Payload;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Objects;

/// <summary>Streams a payload into a blob: while one block is hashed and written, the next is read.</summary>
internal sealed class BlobReceiver(BlobStore blobs)
{
    private const int BlockSize = 512 << 10;

    public Task<ReceivedBlob> ReceiveAsync(PayloadReader payload, PayloadExpectation expected, CancellationToken cancellation) =>
        ReceiveAsync(payload, expected, 0, Limits.SinglePut, cancellation);

    public async Task<ReceivedBlob> ReceiveAsync(PayloadReader payload, PayloadExpectation expected, long least, long most, CancellationToken cancellation)
    {
        if (expected.Length > most)
            throw S3Error.EntityTooLarge(most);
        using var draft = blobs.Create();
        using var digest = new PayloadDigest(expected);
        await PumpAsync(payload, draft, digest, most, cancellation);
        var result = digest.Finish();
        if (result.Size < least)
            throw new S3Exception(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
        expected.Check(result, payload.Trailers);
        draft.Keep();
        return new(draft.Id, result.Size, result.Md5, result.Checksum);
    }

    private static async Task PumpAsync(PayloadReader payload, BlobDraft draft, PayloadDigest digest, long most, CancellationToken cancellation)
    {
        var (front, back) = (ArrayPool<byte>.Shared.Rent(BlockSize), ArrayPool<byte>.Shared.Rent(BlockSize));
        var storing = Task.CompletedTask;
        try
        {
            var received = 0L;
            while (await payload.FillAsync(front.AsMemory(0, BlockSize), cancellation) is > 0 and var count)
            {
                received += count;
                if (received > most)
                    throw S3Error.EntityTooLarge(most);
                await storing;
                storing = StoreAsync(front.AsMemory(0, count), draft, digest);
                (front, back) = (back, front);
            }
            await storing;
        }
        finally
        {
            // A block may still be on its way to disk when reading fails.
            await storing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ArrayPool<byte>.Shared.Return(front);
            ArrayPool<byte>.Shared.Return(back);
        }
    }

    private static Task StoreAsync(ReadOnlyMemory<byte> block, BlobDraft draft, PayloadDigest digest) => Task.Run(async () =>
    {
        var writing = draft.AppendAsync(block);
        digest.Append(block.Span);
        await writing;
    });
}
