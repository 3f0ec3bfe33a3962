namespace Streamix.StandIns.Tests.Clients.Hashing;

/// <summary>The bytes that xxHash's own sanity check hashes.</summary>
internal static class SanityBytes
{
    public const ulong Prime32 = 2654435761, Prime64 = 0x9E3779B185EBCA8D;

    public static byte[] Take(int length)
    {
        var bytes = new byte[length];
        var generator = Prime32;
        for (var i = 0; i < length; i++, generator = unchecked(generator * Prime64)) bytes[i] = (byte)(generator >> 56);
        return bytes;
    }
}
