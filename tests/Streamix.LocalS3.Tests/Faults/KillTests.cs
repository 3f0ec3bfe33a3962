using Amazon.S3;
using Amazon.S3.Model;
using Streamix.LocalS3.Tests.Hosting;
using Xunit.Abstractions;

namespace Streamix.LocalS3.Tests.Faults;

[Collection("processes")]
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Kill_AtRandomMoments_EachObjectIsOldOrNewAndWhole()
    {
        var random = new Random(7);
        var writers = Enumerable.Range(0, 6).Select(k => new CrashWriter(k)).ToArray();
        for (var kill = 0; kill < Scale.Kills; kill++)
        {
            using var server = await ServerProcess.StartAsync(folder.Path);
            using var client = server.Client();
            await client.PutBucketAsync(CrashWriter.Bucket);
            foreach (var writer in writers)
                await writer.CheckAsync(client);
            var writing = writers.Select(w => w.RunAsync(server)).ToArray();
            await Task.WhenAny(Task.WhenAll(writing), Task.Delay(random.Next(50, 700)));
            await server.KillAsync();
            await Task.WhenAll(writing);
        }
        await CheckEndAsync(writers);
    }

    [Fact]
    public async Task Kill_BetweenParts_UploadResumes()
    {
        byte[][] bodies = [Bytes.Random(5 << 20), Bytes.Random(100, 2)];
        string upload, first;
        using (var server = await ServerProcess.StartAsync(folder.Path))
        {
            using var client = server.Client();
            await client.PutBucketAsync(CrashWriter.Bucket);
            upload = (await client.InitiateMultipartUploadAsync(CrashWriter.Bucket, "film")).UploadId;
            first = (await client.UploadPartAsync(Part(upload, 1, bodies[0]))).ETag;
            await server.KillAsync();
        }
        using var again = await ServerProcess.StartAsync(folder.Path);
        using var resumed = again.Client();
        (await resumed.ListPartsAsync(CrashWriter.Bucket, "film", upload)).Parts.Single().ETag.ShouldBe(first);
        var second = (await resumed.UploadPartAsync(Part(upload, 2, bodies[1]))).ETag;
        await resumed.CompleteMultipartUploadAsync(new() { BucketName = CrashWriter.Bucket, Key = "film", UploadId = upload, PartETags = [new(1, first), new(2, second)] });
        using var got = await resumed.GetObjectAsync(CrashWriter.Bucket, "film");
        (await got.ResponseStream.ReadAllAsync()).ShouldBeBytes([.. bodies[0], .. bodies[1]]);
    }

    private static UploadPartRequest Part(string upload, int number, byte[] body) =>
        new() { BucketName = CrashWriter.Bucket, Key = "film", UploadId = upload, PartNumber = number, InputStream = new MemoryStream(body) };

    private async Task CheckEndAsync(CrashWriter[] writers)
    {
        using var server = await ServerProcess.StartAsync(folder.Path);
        using var client = server.Client();
        foreach (var writer in writers)
            await writer.CheckAsync(client);
        var blobs = Directory.GetFiles(Path.Combine(folder.Path, "blobs"), "*", SearchOption.AllDirectories).Length;
        var parts = Directory.GetFiles(Path.Combine(folder.Path, "buckets"), "part-*.json", SearchOption.AllDirectories).Length;
        blobs.ShouldBe(writers.Length + parts);
        output.WriteLine($"{Scale.Kills} kills, {writers.Length} keys, {blobs} blobs left of which {parts} are parts of unfinished uploads");
    }
}
