using Streamix.LocalS3.Checksums;
using Streamix.LocalS3.Errors;

namespace Streamix.LocalS3.Payload;

internal static class ChecksumClaim
{
    /// <summary>The algorithm a request uses and the value it claims, or that the value follows in a trailer.</summary>
    public static (ChecksumAlgorithm? Algorithm, string? Value, bool Trailing) Read(Func<string, string?> header, bool hasTrailer)
    {
        var given = ChecksumNames.Each().Where(a => header(a.Header()) is not null).ToArray();
        if (given.Length > 1)
            throw S3Error.InvalidRequest("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
        if (given.Length == 1)
            return (given[0], Valid(given[0], header(given[0].Header())!), false);
        if (hasTrailer && header("x-amz-trailer") is { } trailer)
            return (ChecksumNames.OfHeader(trailer) ?? throw Unknown(trailer), null, true);
        if (header("x-amz-sdk-checksum-algorithm") is { } named)
            return (ChecksumNames.Parse(named) ?? throw Unknown(named), null, false);
        return (null, null, false);
    }

    private static string Valid(ChecksumAlgorithm algorithm, string value)
    {
        var bytes = new byte[value.Length];
        var expected = algorithm switch
        {
            ChecksumAlgorithm.Sha256 => 32,
            ChecksumAlgorithm.Sha1 => 20,
            ChecksumAlgorithm.Crc64Nvme => 8,
            _ => 4,
        };
        return Convert.TryFromBase64String(value, bytes, out var count) && count == expected
            ? value
            : throw S3Error.InvalidRequest($"Value for {algorithm.Header()} header is invalid.");
    }

    private static S3Exception Unknown(string name) =>
        S3Error.InvalidRequest($"The checksum algorithm of {name} is not supported.");
}
