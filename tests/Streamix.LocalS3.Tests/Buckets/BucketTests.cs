using System.Net;
using Amazon.S3.Model;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Buckets;

public sealed class BucketTests : S3Test
{
    [Fact]
    public async Task List_AfterCreate_NamesTheBucket()
    {
        var buckets = (await S3.ListBucketsAsync()).Buckets;
        buckets.ShouldContain(b => b.BucketName == Bucket);
        buckets.Select(b => b.BucketName).ShouldBe(buckets.Select(b => b.BucketName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task List_PageByPage_NamesEachOnce()
    {
        await S3.PutBucketAsync(Bucket + "-a");
        await S3.PutBucketAsync(Bucket + "-b");
        var names = new List<string>();
        string? token = null;
        do
        {
            var page = await S3.ListBucketsAsync(new ListBucketsRequest { MaxBuckets = 2, Prefix = Bucket, ContinuationToken = token });
            names.AddRange(page.Buckets.Select(b => b.BucketName));
            token = page.ContinuationToken;
        }
        while (token is not null);
        names.ShouldBe([Bucket, Bucket + "-a", Bucket + "-b"]);
    }

    [Fact]
    public async Task Create_Again_SucceedsInUsEast1() =>
        (await S3.PutBucketAsync(Bucket)).HttpStatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Create_AgainInAnotherRegion_BucketAlreadyOwnedByYou()
    {
        using var folder = new TemporaryFolder();
        await using var server = await S3Server.StartAsync(folder.Path, null, "--S3:Region=eu-central-1");
        using var raw = new RawClient(server.Address);
        var signer = new Signer(Region: "eu-central-1");
        (await raw.SendAsync(new("PUT", "/twice-made"), signer)).Status.ShouldBe(200);
        (await raw.SendAsync(new("PUT", "/twice-made"), signer)).Code.ShouldBe("BucketAlreadyOwnedByYou");
        (await raw.SendAsync(new("GET", "/twice-made", "location"), signer)).Xml.Value.ShouldBe("eu-central-1");
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("Upper-Case")]
    [InlineData("-dash-first")]
    [InlineData("dash-last-")]
    [InlineData("two..dots")]
    [InlineData("192.168.5.4")]
    [InlineData("under_score")]
    [InlineData("a-name-that-goes-on-for-longer-than-the-sixty-three-that-are-allowed")]
    public async Task Create_InvalidName_InvalidBucketName(string name)
    {
        var answer = await Raw.SendAsync("PUT", "/" + name);
        (answer.Status, answer.Code).ShouldBe((400, "InvalidBucketName"));
    }

    [Fact]
    public async Task Create_OtherLocation_IllegalLocationConstraintException()
    {
        var body = "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>";
        (await Raw.SendAsync("PUT", "/elsewhere", body: body)).Code.ShouldBe("IllegalLocationConstraintException");
    }

    [Fact]
    public async Task Location_UsEast1_IsEmpty() =>
        (await Raw.SendAsync("GET", "/" + Bucket, "location")).Xml.Value.ShouldBeEmpty();

    [Fact]
    public async Task Head_Existing_TellsTheRegion() =>
        (await Raw.SendAsync("HEAD", "/" + Bucket)).Headers["x-amz-bucket-region"].ShouldBe("us-east-1");

    [Fact]
    public async Task Head_Missing_NotFound() => (await Raw.SendAsync("HEAD", "/no-such-bucket")).Status.ShouldBe(404);

    [Fact]
    public async Task Delete_Empty_IsGone()
    {
        await S3.DeleteBucketAsync(Bucket);
        (await RefusedAsync(() => S3.ListObjectsV2Async(new() { BucketName = Bucket }))).ErrorCode.ShouldBe("NoSuchBucket");
    }

    [Fact]
    public async Task Delete_WithObjects_BucketNotEmpty()
    {
        await PutAsync("k");
        var error = await RefusedAsync(() => S3.DeleteBucketAsync(Bucket));
        (error.StatusCode, error.ErrorCode).ShouldBe((HttpStatusCode.Conflict, "BucketNotEmpty"));
        (await ReadAsync("k")).ShouldBe("content");
    }

    [Fact]
    public async Task Delete_WithUploadInProgress_IsGoneWithIt()
    {
        await S3.InitiateMultipartUploadAsync(Bucket, "k");
        await S3.DeleteBucketAsync(Bucket);
        await S3.PutBucketAsync(Bucket);
        (await Raw.SendAsync("GET", "/" + Bucket, "uploads")).Values("UploadId").ShouldBeEmpty();
    }

    [Fact]
    public async Task Delete_Missing_NoSuchBucket() =>
        (await Raw.SendAsync("DELETE", "/no-such-bucket")).Code.ShouldBe("NoSuchBucket");

    [Fact]
    public async Task Put_ObjectInMissingBucket_NoSuchBucket() =>
        (await Raw.SendAsync("PUT", "/no-such-bucket/key", body: "x")).Code.ShouldBe("NoSuchBucket");

    [Fact]
    public async Task Versioning_Asked_IsOff() =>
        (await S3.GetBucketVersioningAsync(Bucket)).VersioningConfig.Status.ShouldNotBe(Amazon.S3.VersionStatus.Enabled);

    [Fact]
    public async Task Versioning_Enable_NotImplemented()
    {
        var body = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
        (await Raw.SendAsync("PUT", "/" + Bucket, "versioning", body)).Code.ShouldBe("NotImplemented");
    }

    [Fact]
    public async Task Acl_Asked_GivesTheOwnerEverything() =>
        (await S3.GetBucketAclAsync(new GetBucketAclRequest { BucketName = Bucket })).Grants.Single().Permission.Value.ShouldBe("FULL_CONTROL");

    [Theory]
    [InlineData("PUT", "policy")]
    [InlineData("DELETE", "website")]
    [InlineData("PUT", "encryption")]
    [InlineData("DELETE", "policy")]
    public async Task UnknownSubresource_IsNotTakenForThePlainCall(string method, string subresource)
    {
        var answer = await Raw.SendAsync(method, "/" + Bucket, subresource);
        (answer.Status, answer.Code).ShouldBe((501, "NotImplemented"));
        (await Raw.SendAsync("HEAD", "/" + Bucket)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Patch_Bucket_MethodNotAllowed() =>
        (await Raw.SendAsync("PATCH", "/" + Bucket)).Code.ShouldBe("MethodNotAllowed");

    [Fact]
    public async Task VirtualHost_Bucket_IsTheSameBucket()
    {
        await PutAsync("folder/k", "by host");
        var request = new RawRequest("GET", "/folder/k");
        new Signer().Sign(request, $"{Bucket}.localhost:{Server.Address.Port}");
        (await Raw.SendUnsignedAsync(request)).Body.ShouldBe("by host");
    }

    [Fact]
    public async Task Health_Unsigned_Healthy()
    {
        var answer = await Raw.SendUnsignedAsync(new("GET", "/-/health"));
        (answer.Status, answer.Body).ShouldBe((200, "Healthy"));
    }
}
