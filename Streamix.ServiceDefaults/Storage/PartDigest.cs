namespace Streamix.ServiceDefaults.Storage;

/// <summary>What the store keeps of a part besides its ETag.</summary>
public enum PartChecksum
{
    /// <summary>Nothing: the ETag is the MD5 of the part.</summary>
    None,

    /// <summary>CRC-32 (ISO-HDLC), big-endian.</summary>
    Crc32,

    /// <summary>SHA-256.</summary>
    Sha256,
}

/// <summary>The checksum of a part.</summary>
/// <param name="Algorithm">Not <see cref="PartChecksum.None"/>.</param>
/// <param name="Value">Base64.</param>
public sealed record PartDigest(PartChecksum Algorithm, string Value)
{
    /// <summary>The header that carries it.</summary>
    public string Header => Algorithm == PartChecksum.Sha256 ? "x-amz-checksum-sha256" : "x-amz-checksum-crc32";

    /// <summary>True when the text is Base64 of as many bytes as the algorithm makes.</summary>
    public static bool IsValid(PartChecksum algorithm, string value)
    {
        Span<byte> bytes = stackalloc byte[48];
        return value.Length <= 44 && Convert.TryFromBase64String(value, bytes, out var count) && count == (algorithm == PartChecksum.Sha256 ? 32 : 4);
    }
}
