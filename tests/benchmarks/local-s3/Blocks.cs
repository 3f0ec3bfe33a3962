namespace Streamix.Benchmarks.LocalS3;

internal static class Blocks
{
    /// <summary>One MiB that does not compress.</summary>
    public static byte[] Random()
    {
        var block = new byte[1 << 20];
        new Random(1).NextBytes(block);
        return block;
    }
}
