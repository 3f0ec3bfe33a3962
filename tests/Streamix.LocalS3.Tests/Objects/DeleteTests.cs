using Amazon.S3.Model;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Objects;

public sealed class DeleteTests : S3Test
{
    [Fact]
    public async Task Delete_Missing_NoContent() => (await Raw.SendAsync("DELETE", $"/{Bucket}/missing")).Status.ShouldBe(204);

    [Fact]
    public async Task Delete_Existing_TakesItsBytesFromDisk()
    {
        using var folder = new TemporaryFolder();
        await using var server = await S3Server.StartAsync(folder.Path);
        using var client = server.Client();
        await client.PutBucketAsync("bucket");
        await client.PutObjectAsync(new() { BucketName = "bucket", Key = "k", ContentBody = "x" });
        Blobs(folder).ShouldBe(1);
        await client.DeleteObjectAsync("bucket", "k");
        Blobs(folder).ShouldBe(0);
    }

    [Theory]
    [InlineData(ClientMode.Default)]
    [InlineData(ClientMode.WhenRequired)]
    public async Task DeleteObjects_Many_AllGone(ClientMode mode)
    {
        using var client = Server.Client(mode);
        var keys = new[] { "a", "b/c", "d e+f%", "日本", "absent" };
        foreach (var key in keys.SkipLast(1))
            await PutAsync(key);
        var result = await client.DeleteObjectsAsync(new() { BucketName = Bucket, Objects = [.. keys.Select(k => new KeyVersion { Key = k })] });
        result.DeletedObjects.Select(d => d.Key).ShouldBe(keys);
        (await S3.ListObjectsV2Async(new() { BucketName = Bucket })).KeyCount.ShouldBe(0);
    }

    [Fact]
    public async Task DeleteObjects_Quiet_TellsNothing()
    {
        await PutAsync("a");
        var answer = await Raw.SendAsync("POST", "/" + Bucket, "delete", "<Delete><Quiet>true</Quiet><Object><Key>a</Key></Object></Delete>");
        answer.Values("Deleted").ShouldBeEmpty();
        (await Raw.SendAsync("HEAD", $"/{Bucket}/a")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task DeleteObjects_ConditionFails_ErrorForThatKeyOnly()
    {
        await PutAsync("a");
        await PutAsync("b");
        var answer = await Raw.SendAsync("POST", "/" + Bucket, "delete",
            "<Delete><Object><Key>a</Key><ETag>\"other\"</ETag></Object><Object><Key>b</Key></Object></Delete>");
        answer.Value("Error").ShouldStartWith("aPreconditionFailed");
        answer.Value("Deleted").ShouldBe("b");
    }

    [Fact]
    public async Task Delete_UnknownVersion_InvalidArgument() =>
        (await Raw.SendAsync("DELETE", $"/{Bucket}/k", "versionId=abc")).Code.ShouldBe("InvalidArgument");

    [Fact]
    public async Task Delete_WholeBucketBySdkUtility_IsGone()
    {
        await PutAsync("a");
        await PutAsync("b/c");
        await Amazon.S3.Util.AmazonS3Util.DeleteS3BucketWithObjectsAsync(S3, Bucket);
        (await Raw.SendAsync("HEAD", "/" + Bucket)).Status.ShouldBe(404);
    }

    private static int Blobs(TemporaryFolder folder) =>
        Directory.GetFiles(Path.Combine(folder.Path, "blobs"), "*", SearchOption.AllDirectories).Length;
}
