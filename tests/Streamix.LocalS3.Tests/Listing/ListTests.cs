using Amazon.S3.Model;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Listing;

public sealed class ListTests : S3Test
{
    private static readonly string[] Keys = ["a", "b/1", "b/2", "b/c/3", "c", "d/", "d/4", "e f", "g+h", "ü"];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Task.WhenAll(Keys.Select(k => PutAsync(k)));
    }

    [Fact]
    public async Task V2_All_InByteOrder() => (await ListAsync()).S3Objects.Select(o => o.Key).ShouldBe(Keys);

    [Fact]
    public async Task V1_All_InByteOrder() =>
        (await S3.ListObjectsAsync(Bucket)).S3Objects.Select(o => o.Key).ShouldBe(Keys);

    [Fact]
    public async Task V2_Prefix_OnlyThose() => (await ListAsync(prefix: "b/")).S3Objects.Select(o => o.Key).ShouldBe(["b/1", "b/2", "b/c/3"]);

    [Fact]
    public async Task V2_Delimiter_FoldsFolders()
    {
        var page = await ListAsync(delimiter: "/");
        page.S3Objects.Select(o => o.Key).ShouldBe(["a", "c", "e f", "g+h", "ü"]);
        page.CommonPrefixes.ShouldBe(["b/", "d/"]);
        page.KeyCount.ShouldBe(7);
    }

    [Fact]
    public async Task V2_PrefixAndDelimiter_OneLevel()
    {
        var page = await ListAsync(prefix: "b/", delimiter: "/");
        page.S3Objects.Select(o => o.Key).ShouldBe(["b/1", "b/2"]);
        page.CommonPrefixes.ShouldBe(["b/c/"]);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(3, null)]
    [InlineData(1, "/")]
    [InlineData(2, "/")]
    public async Task V2_PageByPage_EachOnce(int size, string? delimiter)
    {
        var seen = new List<string>();
        string? token = null;
        do
        {
            var page = await S3.ListObjectsV2Async(new() { BucketName = Bucket, MaxKeys = size, Delimiter = delimiter, ContinuationToken = token });
            seen.AddRange((page.S3Objects ?? []).Select(o => o.Key).Concat(page.CommonPrefixes ?? []));
            (page.IsTruncated == true).ShouldBe(page.NextContinuationToken is not null);
            token = page.NextContinuationToken;
        }
        while (token is not null);
        seen.ShouldBe(delimiter is null ? Keys : ["a", "b/", "c", "d/", "e f", "g+h", "ü"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task V1_PageByPageWithDelimiter_EachOnce(int size)
    {
        var seen = new List<string>();
        string? marker = null;
        do
        {
            var page = await S3.ListObjectsAsync(new ListObjectsRequest { BucketName = Bucket, MaxKeys = size, Delimiter = "/", Marker = marker });
            seen.AddRange((page.S3Objects ?? []).Select(o => o.Key).Concat(page.CommonPrefixes ?? []));
            marker = page.IsTruncated == true ? page.NextMarker : null;
        }
        while (marker is not null);
        seen.ShouldBe(["a", "b/", "c", "d/", "e f", "g+h", "ü"]);
    }

    [Fact]
    public async Task V2_StartAfter_OnlyBehind() =>
        (await S3.ListObjectsV2Async(new() { BucketName = Bucket, StartAfter = "d/" })).S3Objects.Select(o => o.Key).ShouldBe(["d/4", "e f", "g+h", "ü"]);

    [Fact]
    public async Task V1_Marker_OnlyBehind() =>
        (await S3.ListObjectsAsync(new ListObjectsRequest { BucketName = Bucket, Marker = "b/2" })).S3Objects[0].Key.ShouldBe("b/c/3");

    [Fact]
    public async Task V2_UrlEncoding_EncodesKeysAndPrefixes()
    {
        var answer = await Raw.SendAsync("GET", "/" + Bucket, "delimiter=%2B&encoding-type=url&list-type=2&prefix=");
        answer.Values("Key").ShouldContain("e%20f");
        answer.Values("Key").ShouldContain("%C3%BC");
        answer.Value("CommonPrefixes").ShouldBe("g%2B");
        answer.Value("Delimiter").ShouldBe("%2B");
        answer.Value("EncodingType").ShouldBe("url");
    }

    [Fact]
    public async Task V2_MaxKeysZero_EmptyAndNotTruncated()
    {
        var page = await ListAsync(maxKeys: 0);
        (page.KeyCount, page.IsTruncated).ShouldBe((0, false));
    }

    [Fact]
    public async Task V2_MaxKeysAboveThousand_IsAThousand() =>
        (await Raw.SendAsync("GET", "/" + Bucket, "list-type=2&max-keys=5000")).Value("MaxKeys").ShouldBe("1000");

    [Theory]
    [InlineData("max-keys=-1")]
    [InlineData("max-keys=many")]
    [InlineData("encoding-type=base64")]
    [InlineData("continuation-token=%21%21&list-type=2")]
    [InlineData("list-type=3")]
    public async Task List_BadParameter_InvalidArgument(string query) =>
        (await Raw.SendAsync("GET", "/" + Bucket, query)).Code.ShouldBe("InvalidArgument");

    [Fact]
    public async Task V2_FetchOwner_TellsOwner()
    {
        (await Raw.SendAsync("GET", "/" + Bucket, "fetch-owner=true&list-type=2")).Values("Owner").ShouldNotBeEmpty();
        (await Raw.SendAsync("GET", "/" + Bucket, "list-type=2")).Values("Owner").ShouldBeEmpty();
    }

    [Fact]
    public async Task V2_Entry_TellsSizeETagAndTime()
    {
        var entry = (await ListAsync(prefix: "a")).S3Objects.Single();
        entry.Size.ShouldBe(7);
        entry.ETag.ShouldBe("\"9a0364b9e99bb480dd25e1f0284c8555\"");
        entry.LastModified!.Value.ToUniversalTime().ShouldBe(DateTime.UtcNow, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Versions_Off_EachIsTheLatestNull()
    {
        var page = await S3.ListVersionsAsync(Bucket);
        page.Versions.Select(v => v.Key).ShouldBe(Keys);
        page.Versions.ShouldAllBe(v => v.VersionId == "null" && v.IsLatest == true);
    }

    [Fact]
    public async Task List_MissingBucket_NoSuchBucket() =>
        (await Raw.SendAsync("GET", "/no-such-bucket")).Code.ShouldBe("NoSuchBucket");

    private Task<ListObjectsV2Response> ListAsync(string? prefix = null, string? delimiter = null, int? maxKeys = null) =>
        S3.ListObjectsV2Async(new() { BucketName = Bucket, Prefix = prefix, Delimiter = delimiter, MaxKeys = maxKeys });
}
