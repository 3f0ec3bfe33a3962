using System.Collections.Concurrent;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Storage;

public sealed class ConcurrencyTests : S3Test
{
    [Fact]
    public async Task Get_WhileOverwritten_AlwaysOneWholeVersion()
    {
        await PutVersionAsync(0);
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var version = 1; version <= 40; version++)
                await PutVersionAsync((byte)version);
            await stop.CancelAsync();
        });
        var reads = 0;
        while (!stop.IsCancellationRequested)
        {
            using var got = await S3.GetObjectAsync(Bucket, "k");
            var body = await got.ResponseStream.ReadAllAsync();
            body.Length.ShouldBe(300_000);
            body.AsSpan().IndexOfAnyExcept(body[0]).ShouldBe(-1);
            reads++;
        }
        await writer;
        reads.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Get_BegunBeforeOverwriteOrDelete_ReadsTheOldToTheEnd(bool delete)
    {
        var old = Bytes.Random(30_000_000);
        // In parts, so that most of its blobs are not even open yet when it goes.
        using var transfer = new Amazon.S3.Transfer.TransferUtility(S3, new() { MinSizeBeforePartUpload = 1 });
        await transfer.UploadAsync(new() { BucketName = Bucket, Key = "k", InputStream = new MemoryStream(old), PartSize = 6 << 20 });
        using var reading = await S3.GetObjectAsync(Bucket, "k");
        if (delete)
            await S3.DeleteObjectAsync(Bucket, "k");
        else
            await PutAsync("k", "new");
        (await reading.ResponseStream.ReadAllAsync()).ShouldBeBytes(old);
    }

    [Fact]
    public async Task PutGetDeleteList_InParallel_EndsAsTheLastOfEach()
    {
        var last = new ConcurrentDictionary<string, string?>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 8), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (worker, _) =>
        {
            var random = new Random(worker);
            for (var i = 0; i < 25; i++)
            {
                var key = $"{worker}/{random.Next(5)}";
                if (random.Next(3) == 0)
                {
                    await S3.DeleteObjectAsync(Bucket, key);
                    last[key] = null;
                }
                else
                {
                    await PutAsync(key, $"{worker}-{i}");
                    last[key] = $"{worker}-{i}";
                }
                await S3.ListObjectsV2Async(new() { BucketName = Bucket, Prefix = $"{worker}/" });
            }
        });
        var expected = last.Where(p => p.Value is not null).OrderBy(p => p.Key, StringComparer.Ordinal).ToArray();
        (await S3.ListObjectsV2Async(new() { BucketName = Bucket })).S3Objects.Select(o => o.Key).ShouldBe(expected.Select(p => p.Key));
        foreach (var (key, content) in expected)
            (await ReadAsync(key)).ShouldBe(content);
    }

    [Fact]
    public async Task Put_SameKeyInParallel_ListAndGetAgree()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => PutAsync("k", new string('x', i + 1))));
        var listed = (await S3.ListObjectsV2Async(new() { BucketName = Bucket })).S3Objects.Single();
        var content = await ReadAsync("k");
        listed.Size.ShouldBe(content.Length);
        (await S3.GetObjectMetadataAsync(Bucket, "k")).ETag.ShouldBe(listed.ETag);
    }

    [Fact]
    public async Task DeleteBucket_WhilePutting_NeverLosesAnAcknowledgedObject()
    {
        var deleting = Raw.SendAsync("DELETE", "/" + Bucket);
        var puts = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Raw.SendAsync("PUT", $"/{Bucket}/{i}", body: "x")));
        var deleted = (await deleting).Status == 204;
        var acknowledged = puts.Count(p => p.Status == 200);
        (deleted ? 0 : acknowledged).ShouldBe(acknowledged);
        (await Raw.SendAsync("HEAD", "/" + Bucket)).Status.ShouldBe(deleted ? 404 : 200);
    }

    private Task PutVersionAsync(byte version)
    {
        var body = new byte[300_000];
        Array.Fill(body, version);
        return S3.PutObjectAsync(new() { BucketName = Bucket, Key = "k", InputStream = new MemoryStream(body) });
    }
}
