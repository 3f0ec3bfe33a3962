namespace Streamix.LocalS3.Checksums;

internal static class ChecksumNames
{
    private static readonly ChecksumAlgorithm[] All = Enum.GetValues<ChecksumAlgorithm>();

    /// <summary>As in <c>x-amz-checksum-algorithm</c>: CRC32, CRC32C, CRC64NVME, SHA1, SHA256.</summary>
    public static string Name(this ChecksumAlgorithm algorithm) => algorithm.ToString().ToUpperInvariant();

    public static string Header(this ChecksumAlgorithm algorithm) => "x-amz-checksum-" + algorithm.ToString().ToLowerInvariant();

    public static string XmlName(this ChecksumAlgorithm algorithm) => "Checksum" + algorithm.Name();

    public static ChecksumAlgorithm? Parse(string? name) => Find(a => string.Equals(a.Name(), name, StringComparison.OrdinalIgnoreCase));

    public static ChecksumAlgorithm? OfHeader(string header) =>
        Find(a => string.Equals(a.Header(), header.Trim(), StringComparison.OrdinalIgnoreCase));

    public static IEnumerable<ChecksumAlgorithm> Each() => All;

    private static ChecksumAlgorithm? Find(Func<ChecksumAlgorithm, bool> match)
    {
        foreach (var algorithm in All)
            if (match(algorithm))
                return algorithm;
        return null;
    }
}
