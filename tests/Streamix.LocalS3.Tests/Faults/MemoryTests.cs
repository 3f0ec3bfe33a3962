using Amazon.S3;
using Amazon.S3.Model;
using Streamix.LocalS3.Tests.Hosting;
using Xunit.Abstractions;

namespace Streamix.LocalS3.Tests.Faults;

[Collection("processes")]
public sealed class MemoryTests(ITestOutputHelper output) : IDisposable
{
    private const string Bucket = "large";
    private const long PartSize = 32 << 20;
    private const long MostMemory = 200;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task UploadAndRead_LargeObject_StaysWithin200MiB()
    {
        using var server = await ServerProcess.StartAsync(folder.Path);
        using var client = server.Client();
        await client.PutBucketAsync(Bucket);
        var size = Scale.LargeObject;
        await UploadAsync(client, size);
        var uploaded = server.PeakMemory();
        (await client.GetObjectMetadataAsync(Bucket, "film")).ContentLength.ShouldBe(size);
        await ReadRangesAsync(client, size);
        await ReadWholeAsync(client, size);
        output.WriteLine($"{size >> 20} MiB in {size / PartSize} parts: peak {uploaded} MiB after upload, {server.PeakMemory()} MiB after reads");
        server.PeakMemory().ShouldBeLessThan(MostMemory);
    }

    private static async Task UploadAsync(IAmazonS3 client, long size)
    {
        var upload = (await client.InitiateMultipartUploadAsync(Bucket, "film")).UploadId;
        var parts = new PartETag[size / PartSize];
        await Parallel.ForEachAsync(Enumerable.Range(0, parts.Length), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, stop) =>
        {
            var request = new UploadPartRequest { BucketName = Bucket, Key = "film", UploadId = upload, PartNumber = i + 1, PartSize = PartSize, InputStream = new PatternStream(i * PartSize, PartSize) };
            parts[i] = new(i + 1, (await client.UploadPartAsync(request, stop)).ETag);
        });
        await client.CompleteMultipartUploadAsync(new() { BucketName = Bucket, Key = "film", UploadId = upload, PartETags = [.. parts] });
    }

    private static async Task ReadRangesAsync(IAmazonS3 client, long size)
    {
        var random = new Random(3);
        for (var i = 0; i < 40; i++)
        {
            var first = random.NextInt64(size - 1);
            var last = Math.Min(size - 1, first + random.Next(1, 3_000_000));
            using var got = await client.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "film", ByteRange = new(first, last) });
            (await CheckAsync(got.ResponseStream, first)).ShouldBe(last - first + 1);
        }
    }

    private static async Task ReadWholeAsync(IAmazonS3 client, long size)
    {
        using var got = await client.GetObjectAsync(Bucket, "film");
        (await CheckAsync(got.ResponseStream, 0)).ShouldBe(size);
    }

    /// <summary>Compares with the pattern; how many bytes there were.</summary>
    private static async Task<long> CheckAsync(Stream stream, long start)
    {
        var block = new byte[1 << 20];
        var read = 0L;
        while (await stream.ReadAsync(block) is > 0 and var count)
        {
            for (var i = 0; i < count; i++)
                if (block[i] != PatternStream.At(start + read + i))
                    throw new InvalidDataException($"Byte {start + read + i} is wrong.");
            read += count;
        }
        return read;
    }
}
