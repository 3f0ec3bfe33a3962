using Amazon.S3;
using Amazon.S3.Model;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Objects;

public sealed class CopyTests : S3Test
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var request = new PutObjectRequest { BucketName = Bucket, Key = "source", ContentBody = "original", ContentType = "text/x-original" };
        request.Metadata["color"] = "red";
        await S3.PutObjectAsync(request);
    }

    [Fact]
    public async Task Copy_Default_TakesBytesAndMetadata()
    {
        var copied = await S3.CopyObjectAsync(Bucket, "source", Bucket, "copy");
        (await ReadAsync("copy")).ShouldBe("original");
        var head = await S3.GetObjectMetadataAsync(Bucket, "copy");
        (head.Headers.ContentType, head.Metadata["color"], head.ETag).ShouldBe(("text/x-original", "red", copied.ETag));
    }

    [Fact]
    public async Task Copy_Replace_TakesNewMetadata()
    {
        var request = Request("copy");
        request.MetadataDirective = S3MetadataDirective.REPLACE;
        request.ContentType = "text/x-new";
        request.Metadata["color"] = "blue";
        await S3.CopyObjectAsync(request);
        var head = await S3.GetObjectMetadataAsync(Bucket, "copy");
        (head.Headers.ContentType, head.Metadata["color"]).ShouldBe(("text/x-new", "blue"));
    }

    [Fact]
    public async Task Copy_SourceOverwrittenAfterwards_CopyStays()
    {
        await S3.CopyObjectAsync(Bucket, "source", Bucket, "copy");
        await PutAsync("source", "changed");
        await S3.DeleteObjectAsync(Bucket, "source");
        (await ReadAsync("copy")).ShouldBe("original");
    }

    [Fact]
    public async Task Copy_ToAnotherBucket_Succeeds()
    {
        await S3.PutBucketAsync(Bucket + "-2");
        await S3.CopyObjectAsync(Bucket, "source", Bucket + "-2", "copy");
        using var got = await S3.GetObjectAsync(Bucket + "-2", "copy");
        got.ContentLength.ShouldBe(8);
    }

    [Fact]
    public async Task Copy_OntoItselfUnchanged_InvalidRequest() =>
        (await RefusedAsync(() => S3.CopyObjectAsync(Request("source")))).ErrorCode.ShouldBe("InvalidRequest");

    [Fact]
    public async Task Copy_OntoItselfWithNewMetadata_KeepsBytes()
    {
        var request = Request("source");
        request.MetadataDirective = S3MetadataDirective.REPLACE;
        request.Metadata["color"] = "green";
        await S3.CopyObjectAsync(request);
        (await ReadAsync("source")).ShouldBe("original");
        (await S3.GetObjectMetadataAsync(Bucket, "source")).Metadata["color"].ShouldBe("green");
    }

    [Fact]
    public async Task Copy_MissingSource_NoSuchKey() =>
        (await RefusedAsync(() => S3.CopyObjectAsync(Bucket, "missing", Bucket, "copy"))).ErrorCode.ShouldBe("NoSuchKey");

    [Fact]
    public async Task Copy_MissingSourceBucket_NoSuchBucket() =>
        (await RefusedAsync(() => S3.CopyObjectAsync("no-such-bucket", "k", Bucket, "copy"))).ErrorCode.ShouldBe("NoSuchBucket");

    [Theory]
    [InlineData("nonsense")]
    [InlineData("/")]
    [InlineData("bucket/")]
    public async Task Copy_MalformedSource_InvalidArgument(string source) =>
        (await Raw.SendAsync(new RawRequest("PUT", $"/{Bucket}/copy").With("x-amz-copy-source", source))).Code.ShouldBe("InvalidArgument");

    [Theory]
    [InlineData("x-amz-copy-source-if-match", "\"other\"", 412)]
    [InlineData("x-amz-copy-source-if-none-match", "*", 412)]
    [InlineData("x-amz-copy-source-if-none-match", "\"other\"", 200)]
    [InlineData("x-amz-copy-source-if-unmodified-since", "Mon, 01 Jan 2001 00:00:00 GMT", 412)]
    [InlineData("x-amz-copy-source-if-modified-since", "Mon, 01 Jan 2001 00:00:00 GMT", 200)]
    public async Task Copy_SourceCondition_Status(string header, string value, int status)
    {
        var request = new RawRequest("PUT", $"/{Bucket}/copy").With("x-amz-copy-source", $"/{Bucket}/source").With(header, value);
        (await Raw.SendAsync(request)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Copy_IfNoneMatchStarOnExisting_PreconditionFailed()
    {
        await PutAsync("copy", "there");
        var request = new RawRequest("PUT", $"/{Bucket}/copy").With("x-amz-copy-source", $"/{Bucket}/source").With("If-None-Match", "*");
        (await Raw.SendAsync(request)).Code.ShouldBe("PreconditionFailed");
        (await ReadAsync("copy")).ShouldBe("there");
    }

    [Fact]
    public async Task Copy_TaggingDirectives_CopyOrReplace()
    {
        await S3.PutObjectTaggingAsync(new() { BucketName = Bucket, Key = "source", Tagging = new() { TagSet = [new() { Key = "a", Value = "1" }] } });
        await S3.CopyObjectAsync(Bucket, "source", Bucket, "kept");
        var replaced = new RawRequest("PUT", $"/{Bucket}/replaced").With("x-amz-copy-source", $"{Bucket}/source")
            .With("x-amz-tagging-directive", "REPLACE").With("x-amz-tagging", "b=2");
        await Raw.SendAsync(replaced);
        (await Raw.SendAsync("GET", $"/{Bucket}/kept", "tagging")).Value("Key").ShouldBe("a");
        (await Raw.SendAsync("GET", $"/{Bucket}/replaced", "tagging")).Value("Key").ShouldBe("b");
    }

    private CopyObjectRequest Request(string key) => new() { SourceBucket = Bucket, SourceKey = "source", DestinationBucket = Bucket, DestinationKey = key };
}
