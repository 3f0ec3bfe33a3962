using System.Text.Json;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Cli;

[Trait("Category", "awscli")]
public sealed class AwsCliTests : S3Test
{
    private readonly TemporaryFolder folder = new();
    private AwsCli cli = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        cli = new(Server.Address);
    }

    public override Task DisposeAsync()
    {
        folder.Dispose();
        return base.DisposeAsync();
    }

    [Fact]
    public async Task MbLsRb_Bucket_ComesAndGoes()
    {
        var name = "cli-" + Bucket[2..20];
        await cli.RunAsync("s3", "mb", $"s3://{name}");
        (await cli.RunAsync("s3", "ls")).ShouldContain(name);
        await cli.RunAsync("s3", "rb", $"s3://{name}");
        (await Raw.SendAsync("HEAD", "/" + name)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task CpThereAndBack_OddKey_SameBytes()
    {
        var file = await FileAsync("source", 100_000);
        await cli.RunAsync("s3", "cp", file, $"s3://{Bucket}/a b/ü+%.bin");
        await cli.RunAsync("s3", "cp", $"s3://{Bucket}/a b/ü+%.bin", file + ".back");
        (await File.ReadAllBytesAsync(file + ".back")).ShouldBe(await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task CpLarge_Multipart_SameBytes()
    {
        var file = await FileAsync("large", 20 << 20);
        await cli.RunAsync("s3", "cp", file, $"s3://{Bucket}/large");
        (await S3.GetObjectMetadataAsync(Bucket, "large")).ETag.ShouldContain("-");
        await cli.RunAsync("s3", "cp", $"s3://{Bucket}/large", file + ".back");
        var (sent, back) = (await File.ReadAllBytesAsync(file), await File.ReadAllBytesAsync(file + ".back"));
        back.ShouldBeBytes(sent);
    }

    [Fact]
    public async Task CpBetweenKeys_Large_CopiesParts()
    {
        var body = Bytes.Random(10 << 20);
        await S3.PutObjectAsync(new() { BucketName = Bucket, Key = "from", InputStream = new MemoryStream(body) });
        await cli.RunAsync("s3", "cp", $"s3://{Bucket}/from", $"s3://{Bucket}/to");
        using var got = await S3.GetObjectAsync(Bucket, "to");
        (await got.ResponseStream.ReadAllAsync()).ShouldBeBytes(body);
    }

    [Fact]
    public async Task Sync_FolderWithDelete_MirrorsIt()
    {
        await FileAsync("tree/a.txt", 10);
        await FileAsync("tree/sub/b c.txt", 10);
        await PutAsync("mirror/old.txt");
        await cli.RunAsync("s3", "sync", Path.Combine(folder.Path, "tree"), $"s3://{Bucket}/mirror", "--delete");
        (await S3.ListObjectsV2Async(new() { BucketName = Bucket })).S3Objects.Select(o => o.Key).ShouldBe(["mirror/a.txt", "mirror/sub/b c.txt"]);
    }

    [Fact]
    public async Task Ls_Folder_ShowsPrefixesAndKeys()
    {
        await PutAsync("f/one.txt");
        await PutAsync("f/sub/two.txt");
        var listing = await cli.RunAsync("s3", "ls", $"s3://{Bucket}/f/");
        listing.ShouldContain("PRE sub/");
        listing.ShouldContain("one.txt");
        listing.ShouldNotContain("two.txt");
    }

    [Fact]
    public async Task MvAndRm_Recursive_Empties()
    {
        await PutAsync("f/one");
        await PutAsync("f/two");
        await cli.RunAsync("s3", "mv", $"s3://{Bucket}/f/one", $"s3://{Bucket}/g/one");
        (await ReadAsync("g/one")).ShouldBe("content");
        await cli.RunAsync("s3", "rm", $"s3://{Bucket}", "--recursive");
        (await S3.ListObjectsV2Async(new() { BucketName = Bucket })).KeyCount.ShouldBe(0);
    }

    [Fact]
    public async Task Presign_Get_Fetches()
    {
        await PutAsync("p", "presigned");
        var url = (await cli.RunAsync("s3", "presign", $"s3://{Bucket}/p", "--expires-in", "60")).Trim();
        using var http = new HttpClient();
        var answer = await http.GetAsync(url);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("presigned");
    }

    [Fact]
    public async Task PutAndHeadObject_MetadataAndTags_AreKept()
    {
        var file = await FileAsync("body", 10);
        await cli.RunAsync("s3api", "put-object", "--bucket", Bucket, "--key", "k", "--body", file, "--metadata", "title=Film", "--tagging", "a=1", "--checksum-algorithm", "SHA256");
        var head = await JsonAsync("s3api", "head-object", "--bucket", Bucket, "--key", "k", "--checksum-mode", "ENABLED");
        head.GetProperty("Metadata").GetProperty("title").GetString().ShouldBe("Film");
        head.GetProperty("ChecksumSHA256").GetString()!.Length.ShouldBe(44);
        (await JsonAsync("s3api", "get-object-tagging", "--bucket", Bucket, "--key", "k")).GetProperty("TagSet")[0].GetProperty("Key").GetString().ShouldBe("a");
    }

    [Fact]
    public async Task Multipart_ByHandWithCrc64_Completes()
    {
        var file = await FileAsync("part", 1000);
        var upload = (await JsonAsync("s3api", "create-multipart-upload", "--bucket", Bucket, "--key", "k")).GetProperty("UploadId").GetString()!;
        var etag = (await JsonAsync("s3api", "upload-part", "--bucket", Bucket, "--key", "k", "--upload-id", upload, "--part-number", "1", "--body", file)).GetProperty("ETag").GetString()!;
        (await JsonAsync("s3api", "list-parts", "--bucket", Bucket, "--key", "k", "--upload-id", upload)).GetProperty("Parts").GetArrayLength().ShouldBe(1);
        var parts = $$"""{"Parts":[{"PartNumber":1,"ETag":{{JsonSerializer.Serialize(etag)}}}]}""";
        await cli.RunAsync("s3api", "complete-multipart-upload", "--bucket", Bucket, "--key", "k", "--upload-id", upload, "--multipart-upload", parts);
        (await S3.GetObjectMetadataAsync(Bucket, "k")).ContentLength.ShouldBe(1000);
    }

    [Fact]
    public async Task CorsAndLifecycle_Configured_ComeBack()
    {
        await cli.RunAsync("s3api", "put-bucket-cors", "--bucket", Bucket, "--cors-configuration", """{"CORSRules":[{"AllowedOrigins":["*"],"AllowedMethods":["GET"]}]}""");
        await cli.RunAsync("s3api", "put-bucket-lifecycle-configuration", "--bucket", Bucket, "--lifecycle-configuration",
            """{"Rules":[{"ID":"a","Status":"Enabled","Filter":{"Prefix":""},"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":1}}]}""");
        (await JsonAsync("s3api", "get-bucket-cors", "--bucket", Bucket)).GetProperty("CORSRules").GetArrayLength().ShouldBe(1);
        (await JsonAsync("s3api", "get-bucket-lifecycle-configuration", "--bucket", Bucket)).GetProperty("Rules").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task ListObjects_PageByPage_All()
    {
        await Task.WhenAll(Enumerable.Range(0, 7).Select(i => PutAsync($"k {i}")));
        var page = await JsonAsync("s3api", "list-objects-v2", "--bucket", Bucket, "--page-size", "2");
        page.GetProperty("Contents").EnumerateArray().Select(o => o.GetProperty("Key").GetString()).ShouldBe(Enumerable.Range(0, 7).Select(i => $"k {i}"));
    }

    [Fact]
    public async Task GetObject_Missing_TellsNoSuchKey()
    {
        var result = await cli.TryAsync("s3api", "get-object", "--bucket", Bucket, "--key", "missing", Path.Combine(folder.Path, "out"));
        (result.ExitCode == 0, result.Error.Contains("NoSuchKey", StringComparison.Ordinal)).ShouldBe((false, true));
    }

    private async Task<JsonElement> JsonAsync(params string[] arguments)
    {
        using var document = JsonDocument.Parse(await cli.RunAsync(arguments));
        return document.RootElement.Clone();
    }

    private async Task<string> FileAsync(string name, int size)
    {
        var path = Path.Combine(folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, Bytes.Random(size));
        return path;
    }
}
