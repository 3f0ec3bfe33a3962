using Amazon.S3;
using Amazon.S3.Model;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Faults;

/// <summary>Writes one key over and over until the server dies, and remembers what was acknowledged.</summary>
internal sealed class CrashWriter(int key)
{
    public const string Bucket = "crashes";
    private int acknowledged;
    private int attempted;

    private string Key => $"key-{key}";

    public async Task RunAsync(ServerProcess server)
    {
        using var client = server.Client();
        try
        {
            while (true)
            {
                attempted++;
                await WriteAsync(client, VersionedContent.Make(key, attempted));
                acknowledged = attempted;
            }
        }
        catch (Exception error) when (error is HttpRequestException or Amazon.Runtime.AmazonClientException or IOException or OperationCanceledException)
        {
            // The kill. What was under way may have been committed or not.
        }
    }

    /// <summary>The object is whole and is the last acknowledged version or the one under way.</summary>
    public async Task CheckAsync(IAmazonS3 client)
    {
        if (acknowledged == 0 && await IsAbsentAsync(client))
            return;
        using var got = await client.GetObjectAsync(Bucket, Key);
        var version = VersionedContent.Read(key, await got.ResponseStream.ReadAllAsync());
        version.ShouldNotBeNull($"{Key} is torn");
        version.Value.ShouldBeOneOf(acknowledged, attempted);
        (await client.ListObjectsV2Async(new() { BucketName = Bucket, Prefix = Key })).S3Objects.Single(o => o.Key == Key).ETag.ShouldBe(got.ETag);
        acknowledged = version.Value;
    }

    // Every third key is written in parts.
    private async Task WriteAsync(IAmazonS3 client, byte[] content)
    {
        if (key % 3 != 0)
        {
            await client.PutObjectAsync(new() { BucketName = Bucket, Key = Key, InputStream = new MemoryStream(content) });
            return;
        }
        var upload = (await client.InitiateMultipartUploadAsync(Bucket, Key)).UploadId;
        var part = await client.UploadPartAsync(new() { BucketName = Bucket, Key = Key, UploadId = upload, PartNumber = 1, InputStream = new MemoryStream(content) });
        await client.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest { BucketName = Bucket, Key = Key, UploadId = upload, PartETags = [new(1, part.ETag)] });
    }

    private async Task<bool> IsAbsentAsync(IAmazonS3 client) =>
        (await client.ListObjectsV2Async(new() { BucketName = Bucket, Prefix = Key })).S3Objects?.All(o => o.Key != Key) ?? true;
}
