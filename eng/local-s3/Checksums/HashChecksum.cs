using System.Security.Cryptography;

namespace Streamix.LocalS3.Checksums;

internal sealed class HashChecksum(HashAlgorithmName algorithm) : IRunningChecksum
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(algorithm);

    public void Append(ReadOnlySpan<byte> data) => hash.AppendData(data);

    public byte[] Finish() => hash.GetHashAndReset();

    public void Dispose() => hash.Dispose();
}
