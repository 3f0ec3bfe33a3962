using Amazon.S3.Model;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Tagging;

public sealed class TaggingTests : S3Test
{
    [Fact]
    public async Task Object_PutTags_GetThem()
    {
        await PutAsync("k");
        await S3.PutObjectTaggingAsync(new() { BucketName = Bucket, Key = "k", Tagging = new() { TagSet = [Tag("a", "1"), Tag("ü b", "2&3")] } });
        var tags = (await S3.GetObjectTaggingAsync(new() { BucketName = Bucket, Key = "k" })).Tagging;
        tags.Select(t => (t.Key, t.Value)).ShouldBe([("a", "1"), ("ü b", "2&3")]);
        (await ReadAsync("k")).ShouldBe("content");
    }

    [Fact]
    public async Task Object_TagsWithPut_AreCounted()
    {
        await S3.PutObjectAsync(new() { BucketName = Bucket, Key = "k", ContentBody = "x", TagSet = [Tag("a", "1"), Tag("b c", "2")] });
        (await S3.GetObjectTaggingAsync(new() { BucketName = Bucket, Key = "k" })).Tagging.Count.ShouldBe(2);
        (await Raw.SendAsync("HEAD", $"/{Bucket}/k")).Headers["x-amz-tagging-count"].ShouldBe("2");
    }

    [Fact]
    public async Task Object_DeleteTags_None()
    {
        await S3.PutObjectAsync(new() { BucketName = Bucket, Key = "k", ContentBody = "x", TagSet = [Tag("a", "1")] });
        await S3.DeleteObjectTaggingAsync(new() { BucketName = Bucket, Key = "k" });
        (await Raw.SendAsync("GET", $"/{Bucket}/k", "tagging")).Values("Tag").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task Object_TagsOfMissing_NoSuchKey(string method) =>
        (await Raw.SendAsync(method, $"/{Bucket}/missing", "tagging")).Code.ShouldBe("NoSuchKey");

    [Theory]
    [InlineData("=1", "InvalidTag")]
    [InlineData("aws:a=1", "InvalidTag")]
    [InlineData("a=1&a=2", "InvalidTag")]
    [InlineData("a=1&b=1&c=1&d=1&e=1&f=1&g=1&h=1&i=1&j=1&k=1", "BadRequest")]
    public async Task Object_BadTags_Refused(string tags, string code) =>
        (await Raw.SendAsync(new RawRequest("PUT", $"/{Bucket}/k").With("x-amz-tagging", tags))).Code.ShouldBe(code);

    [Fact]
    public async Task Object_TagTooLong_InvalidTag() =>
        (await Raw.SendAsync(new RawRequest("PUT", $"/{Bucket}/k").With("x-amz-tagging", "a=" + new string('v', 257)))).Code.ShouldBe("InvalidTag");

    [Fact]
    public async Task Bucket_Tags_PutGetDelete()
    {
        (await Raw.SendAsync("GET", "/" + Bucket, "tagging")).Code.ShouldBe("NoSuchTagSet");
        await S3.PutBucketTaggingAsync(Bucket, [Tag("team", "media")]);
        (await S3.GetBucketTaggingAsync(new() { BucketName = Bucket })).TagSet.Single().Value.ShouldBe("media");
        await S3.DeleteBucketTaggingAsync(Bucket);
        (await Raw.SendAsync("GET", "/" + Bucket, "tagging")).Code.ShouldBe("NoSuchTagSet");
    }

    private static Tag Tag(string key, string value) => new() { Key = key, Value = value };
}
