namespace Streamix.LocalS3.Tests.Hosting;

internal static class Bytes
{
    public static byte[] Random(int count, int seed = 1)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static async Task<byte[]> ReadAllAsync(this Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    /// <summary>Like ShouldBe, but quick for megabytes.</summary>
    public static void ShouldBeBytes(this byte[] actual, byte[] expected)
    {
        actual.Length.ShouldBe(expected.Length);
        var same = actual.AsSpan().CommonPrefixLength(expected);
        same.ShouldBe(expected.Length, $"byte {same} differs");
    }
}
