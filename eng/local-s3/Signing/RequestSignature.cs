namespace Streamix.LocalS3.Signing;

/// <summary>What a verified request leaves for its body: the key and seed of the chunk signatures, the announced content hash.</summary>
internal sealed record RequestSignature(byte[] Key, string Timestamp, string Scope, string Seed, string ContentHash)
{
    public static readonly RequestSignature None = new([], "", "", "", Signing.ContentHash.Unsigned);
}
