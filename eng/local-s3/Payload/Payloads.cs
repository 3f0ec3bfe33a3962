using System.Buffers;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Signing;

namespace Streamix.LocalS3.Payload;

internal static class Payloads
{
    public static PayloadReader Open(S3Request request) =>
        ContentHash.IsChunked(request.Signature.ContentHash)
            ? new ChunkedPayload(request.Http.Request.BodyReader, request.Signature)
            : new PlainPayload(request.Http.Request.Body);

    /// <summary>A whole small body, verified like any other.</summary>
    public static async Task<byte[]> ReadSmallAsync(S3Request request, int most, bool withChecksum = true)
    {
        var expected = PayloadExpectation.From(request, withChecksum);
        var payload = Open(request);
        using var owned = payload as IDisposable;
        using var digest = new PayloadDigest(expected);
        var body = new ArrayBufferWriter<byte>();
        var block = new byte[16 << 10];
        while (await payload.FillAsync(block, request.Aborted) is > 0 and var count)
        {
            if (body.WrittenCount + count > most)
                throw S3Error.EntityTooLarge(most);
            digest.Append(block.AsSpan(0, count));
            body.Write(block.AsSpan(0, count));
        }
        expected.Check(digest.Finish(), payload.Trailers);
        return body.WrittenSpan.ToArray();
    }
}
