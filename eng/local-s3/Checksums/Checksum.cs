namespace Streamix.LocalS3.Checksums;

/// <summary>A stored checksum; <paramref name="Value"/> is base64, with <c>-parts</c> behind it when composite.</summary>
internal sealed record Checksum(ChecksumAlgorithm Algorithm, string Value, bool Composite = false)
{
    public string Type => Composite ? "COMPOSITE" : "FULL_OBJECT";
}
