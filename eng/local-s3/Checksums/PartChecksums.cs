using System.Globalization;

namespace Streamix.LocalS3.Checksums;

/// <summary>The checksum of a multipart object from those of its parts.</summary>
internal static class PartChecksums
{
    public static Checksum Join(ChecksumAlgorithm algorithm, bool composite, IReadOnlyList<(string Value, long Size)> parts) =>
        composite ? Composite(algorithm, parts) : Full(algorithm, parts);

    private static Checksum Composite(ChecksumAlgorithm algorithm, IReadOnlyList<(string Value, long Size)> parts)
    {
        using var running = RunningChecksum.Start(algorithm);
        foreach (var (value, _) in parts)
            running.Append(Convert.FromBase64String(value));
        var count = parts.Count.ToString(CultureInfo.InvariantCulture);
        return new(algorithm, $"{Convert.ToBase64String(running.Finish())}-{count}", Composite: true);
    }

    private static Checksum Full(ChecksumAlgorithm algorithm, IReadOnlyList<(string Value, long Size)> parts)
    {
        var polynomial = algorithm switch
        {
            ChecksumAlgorithm.Crc32 => CrcPolynomial.Crc32,
            ChecksumAlgorithm.Crc32C => CrcPolynomial.Crc32C,
            _ => CrcPolynomial.Crc64Nvme,
        };
        var crc = Number(parts[0].Value);
        foreach (var (value, size) in parts.Skip(1))
            crc = polynomial.Combine(crc, Number(value), size);
        var hex = crc.ToString("X" + polynomial.Bytes * 2, CultureInfo.InvariantCulture);
        return new(algorithm, Convert.ToBase64String(Convert.FromHexString(hex)));
    }

    private static ulong Number(string base64) =>
        ulong.Parse(Convert.ToHexString(Convert.FromBase64String(base64)), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
