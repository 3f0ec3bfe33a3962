using System.Diagnostics;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Streamix.Benchmarks.LocalS3;

/// <summary>
/// Puts and gets, MiB/s. Presigned as a browser sends them, so that the client's hashing is not what is measured;
/// the SDK with its default settings (hash, chunk signatures and CRC on both sides) stands beside it.
/// </summary>
internal sealed class StoreRun(Uri address, int megabytes) : IDisposable
{
    private const string Bucket = "bench";
    private const int PartMegabytes = 32;
    private readonly byte[] block = Blocks.Random();
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(10) };
    private readonly AmazonS3Client client = new(
        new BasicAWSCredentials(ServerUnderTest.AccessKey, ServerUnderTest.SecretKey),
        new AmazonS3Config { ServiceURL = address.ToString(), ForcePathStyle = true, AuthenticationRegion = "us-east-1" });

    public async Task WarmUpAsync()
    {
        await client.PutBucketAsync(Bucket);
        for (var i = 0; i < 20; i++)
        {
            await SendAsync(await UrlAsync("warm", HttpVerb.PUT), 4);
            await DrainAsync("warm");
            await client.PutObjectAsync(new() { BucketName = Bucket, Key = "warm", InputStream = new RepeatedBlock(block, 4 << 20) });
        }
    }

    public Task<double> PutAsync() => TimeAsync(async () => await SendAsync(await UrlAsync("object", HttpVerb.PUT), megabytes));

    public Task<double> PutBySdkAsync() => TimeAsync(() =>
        client.PutObjectAsync(new() { BucketName = Bucket, Key = "sdk", InputStream = new RepeatedBlock(block, (long)megabytes << 20) }));

    public Task<double> PutPartsAsync() => TimeAsync(async () =>
    {
        var upload = (await client.InitiateMultipartUploadAsync(Bucket, "parts")).UploadId;
        var parts = new PartETag[Math.Max(1, megabytes / PartMegabytes)];
        await Parallel.ForEachAsync(Enumerable.Range(1, parts.Length), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
            parts[number - 1] = new(number, await SendAsync(await UrlAsync("parts", HttpVerb.PUT, upload, number), megabytes / parts.Length)));
        await client.CompleteMultipartUploadAsync(new() { BucketName = Bucket, Key = "parts", UploadId = upload, PartETags = [.. parts] });
    });

    public Task<double> GetAsync() => TimeAsync(() => DrainAsync("object"));

    public void Dispose()
    {
        http.Dispose();
        client.Dispose();
    }

    private Task<string> UrlAsync(string key, HttpVerb verb, string? upload = null, int? part = null)
    {
        var request = new GetPreSignedUrlRequest { BucketName = Bucket, Key = key, Verb = verb, Protocol = Protocol.HTTP, Expires = DateTime.UtcNow.AddHours(1) };
        if (upload is not null)
            (request.UploadId, request.PartNumber) = (upload, part!.Value);
        return client.GetPreSignedURLAsync(request);
    }

    private async Task<string> SendAsync(string url, int size)
    {
        using var content = new StreamContent(new RepeatedBlock(block, (long)size << 20), 1 << 20);
        using var response = await http.PutAsync(url, content);
        return response.EnsureSuccessStatusCode().Headers.ETag!.Tag;
    }

    private async Task DrainAsync(string key)
    {
        using var response = await http.GetAsync(await UrlAsync(key, HttpVerb.GET), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        var target = new byte[1 << 20];
        while (await body.ReadAsync(target) > 0)
        {
            // Nothing to do with them.
        }
    }

    private async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return megabytes / watch.Elapsed.TotalSeconds;
    }
}
