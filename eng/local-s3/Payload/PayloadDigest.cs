using System.Security.Cryptography;
using Streamix.LocalS3.Checksums;

namespace Streamix.LocalS3.Payload;

/// <summary>Everything computed over a payload while it passes.</summary>
internal sealed class PayloadDigest(PayloadExpectation expected) : IDisposable
{
    private readonly IncrementalHash md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private readonly IncrementalHash? sha256 = expected.ContentSha256 is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IRunningChecksum? checksum = expected.Algorithm is { } algorithm ? RunningChecksum.Start(algorithm) : null;

    public long Size { get; private set; }

    public void Append(ReadOnlySpan<byte> data)
    {
        md5.AppendData(data);
        sha256?.AppendData(data);
        checksum?.Append(data);
        Size += data.Length;
    }

    public PayloadResult Finish() => new(
        Size,
        md5.GetHashAndReset(),
        sha256 is null ? null : Convert.ToHexStringLower(sha256.GetHashAndReset()),
        checksum is null ? null : new Checksum(expected.Algorithm!.Value, Convert.ToBase64String(checksum.Finish())));

    public void Dispose()
    {
        md5.Dispose();
        sha256?.Dispose();
        checksum?.Dispose();
    }
}
