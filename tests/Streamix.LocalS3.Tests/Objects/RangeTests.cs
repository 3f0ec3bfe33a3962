using Amazon.S3.Model;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Objects;

public sealed class RangeTests : S3Test
{
    [Theory]
    [InlineData("bytes=0-0", "0", "bytes 0-0/10")]
    [InlineData("bytes=2-5", "2345", "bytes 2-5/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=-3", "789", "bytes 7-9/10")]
    [InlineData("bytes=-30", "0123456789", "bytes 0-9/10")]
    [InlineData("bytes=8-99", "89", "bytes 8-9/10")]
    public async Task Get_Range_ThatPart(string range, string body, string contentRange)
    {
        var answer = await GetAsync(range);
        (answer.Status, answer.Body, answer.Headers["Content-Range"]).ShouldBe((206, body, contentRange));
    }

    [Theory]
    [InlineData("bytes=10-")]
    [InlineData("bytes=10-12")]
    [InlineData("bytes=-0")]
    public async Task Get_RangeBehindTheEnd_InvalidRange(string range)
    {
        var answer = await GetAsync(range);
        (answer.Status, answer.Code, answer.Value("ActualObjectSize")).ShouldBe((416, "InvalidRange", "10"));
    }

    [Theory]
    [InlineData("bytes=5-2")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=-")]
    [InlineData("bytes=0-1,4-5")]
    [InlineData("lines=0-1")]
    public async Task Get_RangeWeDoNotServe_Whole(string range)
    {
        var answer = await GetAsync(range);
        (answer.Status, answer.Body).ShouldBe((200, "0123456789"));
    }

    [Fact]
    public async Task Get_RangeOfEmptyObject_InvalidRange()
    {
        await PutAsync("empty", "");
        (await Raw.SendAsync(new RawRequest("GET", $"/{Bucket}/empty").With("Range", "bytes=0-0"))).Code.ShouldBe("InvalidRange");
    }

    [Fact]
    public async Task Head_Range_TellsItsLength()
    {
        await PutAsync("k", "0123456789");
        var answer = await Raw.SendAsync(new RawRequest("HEAD", $"/{Bucket}/k").With("Range", "bytes=2-5"));
        (answer.Status, answer.Headers["Content-Length"]).ShouldBe((206, "4"));
    }

    [Fact]
    public async Task Get_IfRangeOfThisVersion_Part()
    {
        var etag = (await PutAsync("k", "0123456789")).ETag;
        var answer = await Raw.SendAsync(new RawRequest("GET", $"/{Bucket}/k").With("Range", "bytes=0-1").With("If-Range", etag));
        answer.Body.ShouldBe("01");
    }

    [Fact]
    public async Task Get_IfRangeOfAnotherVersion_Whole()
    {
        await PutAsync("k", "0123456789");
        var answer = await Raw.SendAsync(new RawRequest("GET", $"/{Bucket}/k").With("Range", "bytes=0-1").With("If-Range", "\"other\""));
        (answer.Status, answer.Body).ShouldBe((200, "0123456789"));
    }

    [Fact]
    public async Task Get_SdkRangesOfLargeObject_JoinToTheWhole()
    {
        var body = Bytes.Random(3_000_000);
        await S3.PutObjectAsync(new() { BucketName = Bucket, Key = "large", InputStream = new MemoryStream(body) });
        var joined = new MemoryStream();
        for (var at = 0L; at < body.Length; at += 700_001)
        {
            using var part = await S3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "large", ByteRange = new(at, at + 700_000) });
            await part.ResponseStream.CopyToAsync(joined);
        }
        joined.ToArray().ShouldBeBytes(body);
    }

    private async Task<RawAnswer> GetAsync(string range)
    {
        await PutAsync("k", "0123456789");
        return await Raw.SendAsync(new RawRequest("GET", $"/{Bucket}/k").With("Range", range));
    }
}
