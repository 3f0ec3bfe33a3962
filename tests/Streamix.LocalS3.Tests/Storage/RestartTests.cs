using Amazon.S3.Model;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Storage;

public sealed class RestartTests : IDisposable
{
    private const string Bucket = "restarted";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Restart_Objects_AreAllThere()
    {
        await using (var server = await S3Server.StartAsync(folder.Path))
        {
            using var client = server.Client();
            await client.PutBucketAsync(Bucket);
            var request = new PutObjectRequest { BucketName = Bucket, Key = "a/ü", ContentBody = "kept", TagSet = [new() { Key = "t", Value = "1" }] };
            request.Metadata["title"] = "kept too";
            await client.PutObjectAsync(request);
            await client.PutBucketTaggingAsync(Bucket, [new() { Key = "team", Value = "media" }]);
        }
        await using var again = await S3Server.StartAsync(folder.Path);
        using var reader = again.Client();
        using var got = await reader.GetObjectAsync(Bucket, "a/ü");
        (await got.ResponseStream.ReadAllAsync()).ShouldBeBytes("kept"u8.ToArray());
        (got.Metadata["title"], got.TagCount).ShouldBe(("kept too", 1));
        (await reader.ListObjectsV2Async(new() { BucketName = Bucket })).S3Objects.Single().ETag.ShouldBe(got.ETag);
        (await reader.GetBucketTaggingAsync(new() { BucketName = Bucket })).TagSet.Single().Key.ShouldBe("team");
    }

    [Fact]
    public async Task Restart_UploadInProgress_GoesOn()
    {
        string upload, etag;
        await using (var server = await S3Server.StartAsync(folder.Path))
        {
            using var client = server.Client();
            await client.PutBucketAsync(Bucket);
            upload = (await client.InitiateMultipartUploadAsync(Bucket, "k")).UploadId;
            etag = (await client.UploadPartAsync(new() { BucketName = Bucket, Key = "k", UploadId = upload, PartNumber = 1, InputStream = new MemoryStream([1, 2]) })).ETag;
        }
        await using var again = await S3Server.StartAsync(folder.Path);
        using var resumed = again.Client();
        (await resumed.ListPartsAsync(Bucket, "k", upload)).Parts.Single().ETag.ShouldBe(etag);
        await resumed.CompleteMultipartUploadAsync(new() { BucketName = Bucket, Key = "k", UploadId = upload, PartETags = [new(1, etag)] });
        using var got = await resumed.GetObjectAsync(Bucket, "k");
        got.ContentLength.ShouldBe(2);
    }

    [Fact]
    public async Task Start_OrphansAndTemporaryFiles_AreCollected()
    {
        await using (var server = await S3Server.StartAsync(folder.Path))
        {
            using var client = server.Client();
            await client.PutBucketAsync(Bucket);
            await client.PutObjectAsync(new() { BucketName = Bucket, Key = "k", ContentBody = "kept" });
        }
        Directory.CreateDirectory(Path.Combine(folder.Path, "blobs", "00"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "blobs", "00", "00" + Guid.NewGuid().ToString("N")[2..]), "orphan");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "tmp", "left"), "half");
        await using var again = await S3Server.StartAsync(folder.Path);
        Directory.GetFiles(Path.Combine(folder.Path, "blobs"), "*", SearchOption.AllDirectories).Length.ShouldBe(1);
        Directory.GetFileSystemEntries(Path.Combine(folder.Path, "tmp")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_RecordUnreadable_KeepsEveryBlob()
    {
        await using (var server = await S3Server.StartAsync(folder.Path))
        {
            using var client = server.Client();
            await client.PutBucketAsync(Bucket);
            await client.PutObjectAsync(new() { BucketName = Bucket, Key = "damaged", ContentBody = "x" });
            await client.PutObjectAsync(new() { BucketName = Bucket, Key = "fine", ContentBody = "y" });
        }
        var record = Directory.GetFiles(Path.Combine(folder.Path, "buckets"), "*.json", SearchOption.AllDirectories).First(f => File.ReadAllText(f).Contains("\"damaged\"", StringComparison.Ordinal));
        await File.WriteAllTextAsync(record, "{ not json");
        await using var again = await S3Server.StartAsync(folder.Path);
        Directory.GetFiles(Path.Combine(folder.Path, "blobs"), "*", SearchOption.AllDirectories).Length.ShouldBe(2);
        using var reader = again.Client();
        (await reader.ListObjectsV2Async(new() { BucketName = Bucket })).S3Objects.Single().Key.ShouldBe("fine");
    }

    [Fact]
    public async Task Start_FolderInUse_SaysSo()
    {
        await using var server = await S3Server.StartAsync(folder.Path);
        (await Should.ThrowAsync<InvalidOperationException>(() => S3Server.StartAsync(folder.Path))).Message.ShouldContain("in use");
    }
}
