using System.Buffers.Binary;

namespace Streamix.LocalS3.Tests.Faults;

/// <summary>Content that tells its key and version, and that a torn or mixed object cannot imitate.</summary>
internal static class VersionedContent
{
    public static byte[] Make(int key, int version)
    {
        var size = 16 + (Seed(key, version) % 400_000);
        var content = new byte[size];
        new Random(Seed(key, version)).NextBytes(content);
        BinaryPrimitives.WriteInt32LittleEndian(content, key);
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(4), version);
        return content;
    }

    /// <summary>The version, or null when the bytes are not one whole version of the key.</summary>
    public static int? Read(int key, byte[] content)
    {
        if (content.Length < 16 || BinaryPrimitives.ReadInt32LittleEndian(content) != key)
            return null;
        var version = BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(4));
        return Make(key, version).AsSpan().SequenceEqual(content) ? version : null;
    }

    private static int Seed(int key, int version) => (int)(((uint)key * 7919u + (uint)version * 104_729u) & 0x7fffffff);
}
