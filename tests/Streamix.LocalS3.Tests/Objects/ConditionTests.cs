using System.Globalization;
using System.Net;
using Amazon.S3.Model;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Objects;

public sealed class ConditionTests : S3Test
{
    private static readonly string Past = DateTimeOffset.UtcNow.AddHours(-1).ToString("R", CultureInfo.InvariantCulture);
    private static readonly string Future = DateTimeOffset.UtcNow.AddHours(1).ToString("R", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("If-Match", "{etag}", 200)]
    [InlineData("If-Match", "*", 200)]
    [InlineData("If-Match", "\"a\", {etag}", 200)]
    [InlineData("If-Match", "\"other\"", 412)]
    [InlineData("If-None-Match", "{etag}", 304)]
    [InlineData("If-None-Match", "*", 304)]
    [InlineData("If-None-Match", "W/{etag}", 304)]
    [InlineData("If-None-Match", "\"other\"", 200)]
    [InlineData("If-Modified-Since", "{past}", 200)]
    [InlineData("If-Modified-Since", "{future}", 304)]
    [InlineData("If-Unmodified-Since", "{past}", 412)]
    [InlineData("If-Unmodified-Since", "{future}", 200)]
    [InlineData("If-Modified-Since", "nonsense", 200)]
    public async Task Get_Condition_Status(string header, string value, int status)
    {
        var etag = (await PutAsync("k")).ETag;
        value = value.Replace("{etag}", etag, StringComparison.Ordinal).Replace("{past}", Past, StringComparison.Ordinal).Replace("{future}", Future, StringComparison.Ordinal);
        foreach (var method in new[] { "GET", "HEAD" })
            (await Raw.SendAsync(new RawRequest(method, $"/{Bucket}/k").With(header, value))).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Get_IfMatchHoldsButUnmodifiedSinceDoesNot_Succeeds()
    {
        var etag = (await PutAsync("k")).ETag;
        var request = new RawRequest("GET", $"/{Bucket}/k").With("If-Match", etag).With("If-Unmodified-Since", Past);
        (await Raw.SendAsync(request)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Get_IfNoneMatchFailsButModifiedSinceHolds_Succeeds()
    {
        await PutAsync("k");
        var request = new RawRequest("GET", $"/{Bucket}/k").With("If-None-Match", "\"other\"").With("If-Modified-Since", Future);
        (await Raw.SendAsync(request)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Get_NotModified_StillTellsETag()
    {
        var etag = (await PutAsync("k")).ETag;
        var answer = await Raw.SendAsync(new RawRequest("GET", $"/{Bucket}/k").With("If-None-Match", etag));
        (answer.Headers["ETag"], answer.Body).ShouldBe((etag, ""));
    }

    [Fact]
    public async Task Put_IfNoneMatchStar_OnlyTheFirst()
    {
        (await ConditionalAsync("once", none: "*")).HttpStatusCode.ShouldBe(HttpStatusCode.OK);
        (await RefusedAsync(() => ConditionalAsync("twice", none: "*"))).ErrorCode.ShouldBe("PreconditionFailed");
        (await ReadAsync("k")).ShouldBe("once");
    }

    [Fact]
    public async Task Put_IfMatch_ReplacesThatVersionOnly()
    {
        var etag = (await PutAsync("k", "first")).ETag;
        await ConditionalAsync("second", match: etag);
        (await RefusedAsync(() => ConditionalAsync("third", match: etag))).ErrorCode.ShouldBe("PreconditionFailed");
        (await ReadAsync("k")).ShouldBe("second");
    }

    [Fact]
    public async Task Put_IfMatchOfAbsent_NoSuchKey() =>
        (await RefusedAsync(() => ConditionalAsync("x", match: "\"etag\""))).ErrorCode.ShouldBe("NoSuchKey");

    [Fact]
    public async Task Put_IfNoneMatchETag_NotImplemented() =>
        (await Raw.SendAsync(new RawRequest("PUT", $"/{Bucket}/k").With("If-None-Match", "\"etag\""))).Code.ShouldBe("NotImplemented");

    [Fact]
    public async Task Put_IfNoneMatchStarInParallel_ExactlyOneWins()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
            (await Raw.SendAsync(new RawRequest("PUT", $"/{Bucket}/race", body: [(byte)i]).With("If-None-Match", "*"))).Status));
        outcomes.Count(s => s == 200).ShouldBe(1);
        outcomes.Count(s => s == 412).ShouldBe(15);
    }

    [Fact]
    public async Task Delete_IfMatch_OnlyThatVersion()
    {
        var etag = (await PutAsync("k")).ETag;
        (await Raw.SendAsync(new RawRequest("DELETE", $"/{Bucket}/k").With("If-Match", "\"other\""))).Code.ShouldBe("PreconditionFailed");
        (await Raw.SendAsync(new RawRequest("DELETE", $"/{Bucket}/k").With("If-Match", etag))).Status.ShouldBe(204);
    }

    private Task<PutObjectResponse> ConditionalAsync(string content, string? match = null, string? none = null) =>
        S3.PutObjectAsync(new() { BucketName = Bucket, Key = "k", ContentBody = content, IfMatch = match, IfNoneMatch = none });
}
