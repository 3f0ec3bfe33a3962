using System.Security.Cryptography;
using Streamix.Benchmarks.LocalS3;

namespace Streamix.Benchmarks.Upload;

/// <summary>A file in parts. Its bytes repeat, so that making them costs nothing; each part is hashed as if they did not.</summary>
internal sealed class SourceFile(int megabytes)
{
    public const int PartBytes = 8 << 20;
    private readonly byte[] _block = Blocks.Random();

    public long Bytes { get; } = (long)megabytes << 20;

    public int Parts => (int)((Bytes + PartBytes - 1) / PartBytes);

    public HttpContent Whole() => new StreamContent(new RepeatedBlock(_block, Bytes), 1 << 20);

    public HttpContent Part(int number) => new StreamContent(Stream(number), 1 << 20);

    /// <summary>Base64.</summary>
    public string Sha256(int number) => Convert.ToBase64String(SHA256.HashData(Stream(number)));

    private RepeatedBlock Stream(int number) => new(_block, Math.Min(PartBytes, Bytes - (long)(number - 1) * PartBytes));
}
