using System.Buffers.Text;
using System.Globalization;
using Streamix.LocalS3.Checksums;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Signing;

namespace Streamix.LocalS3.Payload;

/// <summary>What a request promises about its body; <see cref="Check"/> holds it to that.</summary>
internal sealed record PayloadExpectation(
    long? Length, string? ContentSha256, byte[]? Md5, ChecksumAlgorithm? Algorithm, string? Checksum, bool ChecksumInTrailer)
{
    public static PayloadExpectation From(S3Request request, bool withChecksum = true)
    {
        var hash = request.Signature.ContentHash;
        var chunked = ContentHash.IsChunked(hash);
        var length = chunked ? DecodedLength(request) : request.Http.Request.ContentLength;
        var (algorithm, value, trailing) = withChecksum ? ChecksumClaim.Read(request.Header, ContentHash.HasTrailer(hash)) : default;
        return new(length, ContentHash.IsHash(hash) ? hash.ToLowerInvariant() : null, ContentMd5(request.Header("Content-MD5")), algorithm, value, trailing);
    }

    public void Check(PayloadResult result, IReadOnlyDictionary<string, string> trailers)
    {
        if (Length is { } length && length != result.Size)
            throw S3Error.IncompleteBody();
        if (ContentSha256 is not null && ContentSha256 != result.Sha256)
            throw new S3Exception(400, "XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.");
        if (Md5 is not null && !Md5.AsSpan().SequenceEqual(result.Md5))
            throw S3Error.BadDigest("Content-MD5");
        if (Algorithm is { } algorithm && Claimed(algorithm, trailers) is { } claimed && claimed != result.Checksum!.Value)
            throw S3Error.BadDigest(algorithm.Name());
    }

    public static byte[]? ContentMd5(string? header)
    {
        if (header is null)
            return null;
        var bytes = new byte[24];
        return Base64.IsValid(header) && Convert.TryFromBase64String(header, bytes, out var count) && count == 16
            ? bytes[..16]
            : throw new S3Exception(400, "InvalidDigest", "The Content-MD5 you specified was invalid.");
    }

    private string? Claimed(ChecksumAlgorithm algorithm, IReadOnlyDictionary<string, string> trailers) =>
        !ChecksumInTrailer ? Checksum
        : trailers.TryGetValue(algorithm.Header(), out var value) ? value
        : throw ChunkTrailers.Malformed();

    private static long DecodedLength(S3Request request) =>
        long.TryParse(request.Header("x-amz-decoded-content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : throw MissingLength();

    public static S3Exception MissingLength() =>
        new(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
}
