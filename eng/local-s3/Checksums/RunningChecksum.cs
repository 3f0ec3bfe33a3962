using System.Security.Cryptography;

namespace Streamix.LocalS3.Checksums;

internal static class RunningChecksum
{
    public static IRunningChecksum Start(ChecksumAlgorithm algorithm) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 => new ReflectedCrc(CrcPolynomial.Crc32),
        ChecksumAlgorithm.Crc32C => new HardwareCrc32C(),
        ChecksumAlgorithm.Crc64Nvme => new ReflectedCrc(CrcPolynomial.Crc64Nvme),
        ChecksumAlgorithm.Sha1 => new HashChecksum(HashAlgorithmName.SHA1),
        _ => new HashChecksum(HashAlgorithmName.SHA256),
    };

    public static byte[] Of(ChecksumAlgorithm algorithm, ReadOnlySpan<byte> data)
    {
        using var running = Start(algorithm);
        running.Append(data);
        return running.Finish();
    }
}
