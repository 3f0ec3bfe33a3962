using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Signing;

public sealed class HeaderSignatureTests : S3Test
{
    [Fact]
    public async Task Get_Signed_Succeeds() => (await Raw.SendAsync("GET", "/" + Bucket)).Status.ShouldBe(200);

    [Fact]
    public async Task Get_Unsigned_AccessDenied() => await RefusesAsync(new RawRequest("GET", "/" + Bucket), 403, "AccessDenied");

    [Fact]
    public async Task Get_WrongSecret_SignatureDoesNotMatch() =>
        await RefusesAsync(new Signer(Secret: "another secret key"), 403, "SignatureDoesNotMatch");

    [Fact]
    public async Task Get_UnknownAccessKey_InvalidAccessKeyId() =>
        await RefusesAsync(new Signer(Access: "AKIASOMEBODYELSE"), 403, "InvalidAccessKeyId");

    [Fact]
    public async Task Get_WrongService_AuthorizationHeaderMalformed() =>
        await RefusesAsync(new Signer(Service: "ec2"), 400, "AuthorizationHeaderMalformed");

    [Fact]
    public async Task Get_ScopeOfAnotherDay_AuthorizationHeaderMalformed() =>
        await RefusesAsync(new Signer { ScopeDate = "20200101" }, 400, "AuthorizationHeaderMalformed");

    [Theory]
    [InlineData(-16)]
    [InlineData(16)]
    public async Task Get_ClockTooFarOff_RequestTimeTooSkewed(int minutes) =>
        await RefusesAsync(new Signer { Now = DateTimeOffset.UtcNow.AddMinutes(minutes) }, 403, "RequestTimeTooSkewed");

    [Theory]
    [InlineData(-14)]
    [InlineData(14)]
    public async Task Get_ClockAlittleOff_Succeeds(int minutes)
    {
        var answer = await Raw.SendAsync(new("GET", "/" + Bucket), new Signer { Now = DateTimeOffset.UtcNow.AddMinutes(minutes) });
        answer.Status.ShouldBe(200);
    }

    [Fact]
    public async Task Get_WrongRegion_TellsTheRightOne()
    {
        var answer = await Raw.SendAsync(new("GET", "/" + Bucket), new Signer(Region: "eu-west-1"));
        answer.Code.ShouldBe("AuthorizationHeaderMalformed");
        answer.Value("Region").ShouldBe("us-east-1");
    }

    [Fact]
    public async Task Get_HostNotSigned_AccessDenied()
    {
        var request = new RawRequest("GET", "/" + Bucket);
        new Signer().Sign(request, Raw.Host, leaveOut: ["host"]);
        await RefusesAsync(request, 403, "AccessDenied");
    }

    [Fact]
    public async Task Put_AmzHeaderNotSigned_AccessDenied()
    {
        var request = new RawRequest("PUT", $"/{Bucket}/k");
        new Signer().Sign(request, Raw.Host);
        await RefusesAsync(request.With("x-amz-meta-added", "later"), 403, "AccessDenied");
    }

    [Fact]
    public async Task Put_SignedHeaderChanged_SignatureDoesNotMatch()
    {
        var request = new RawRequest("PUT", $"/{Bucket}/k").With("x-amz-meta-a", "1");
        new Signer().Sign(request, Raw.Host);
        await RefusesAsync(request.With("x-amz-meta-a", "2"), 403, "SignatureDoesNotMatch");
    }

    [Fact]
    public async Task Get_AnotherPathThanSigned_SignatureDoesNotMatch()
    {
        var request = new RawRequest("GET", $"/{Bucket}/a");
        new Signer().Sign(request, Raw.Host);
        request.Path = $"/{Bucket}/b";
        await RefusesAsync(request, 403, "SignatureDoesNotMatch");
    }

    [Fact]
    public async Task Delete_SignedAsGet_SignatureDoesNotMatch()
    {
        var request = new RawRequest("GET", $"/{Bucket}/a");
        new Signer().Sign(request, Raw.Host);
        request.Method = "DELETE";
        await RefusesAsync(request, 403, "SignatureDoesNotMatch");
    }

    [Fact]
    public async Task Get_QueryAddedAfterSigning_SignatureDoesNotMatch()
    {
        var request = new RawRequest("GET", "/" + Bucket, "prefix=a");
        new Signer().Sign(request, Raw.Host);
        request.Query = "prefix=b";
        await RefusesAsync(request, 403, "SignatureDoesNotMatch");
    }

    [Fact]
    public async Task Put_BodyChangedAfterSigning_XAmzContentSHA256Mismatch()
    {
        var request = new RawRequest("PUT", $"/{Bucket}/k", body: "one"u8.ToArray());
        new Signer().Sign(request, Raw.Host);
        request.Body = "two"u8.ToArray();
        await RefusesAsync(request, 400, "XAmzContentSHA256Mismatch");
        (await Raw.SendAsync("GET", $"/{Bucket}/k")).Code.ShouldBe("NoSuchKey");
    }

    [Theory]
    [InlineData("AWS AKIA:signature", 400, "InvalidRequest")]
    [InlineData("Bearer token", 400, "InvalidRequest")]
    [InlineData("AWS4-HMAC-SHA256 nonsense", 400, "AuthorizationHeaderMalformed")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/c, SignedHeaders=host, Signature=00", 400, "AuthorizationHeaderMalformed")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/20200101/us-east-1/s3/aws4_request, Signature=00", 400, "AuthorizationHeaderMalformed")]
    public async Task Get_MalformedAuthorization_Refused(string authorization, int status, string code)
    {
        var request = new RawRequest("GET", "/" + Bucket).With("x-amz-date", new Signer().Timestamp).With("x-amz-content-sha256", "UNSIGNED-PAYLOAD");
        await RefusesAsync(request.With("Authorization", authorization), status, code);
    }

    [Fact]
    public async Task Get_WithoutDate_AccessDenied()
    {
        var request = new RawRequest("GET", "/" + Bucket);
        new Signer().Sign(request, Raw.Host);
        request.Headers.Remove("x-amz-date");
        await RefusesAsync(request, 403, "AccessDenied");
    }

    [Fact]
    public async Task Get_WithoutContentHash_InvalidRequest()
    {
        var request = new RawRequest("GET", "/" + Bucket);
        new Signer().Sign(request, Raw.Host);
        request.Headers.Remove("x-amz-content-sha256");
        await RefusesAsync(request, 400, "InvalidRequest");
    }

    [Fact]
    public async Task Get_UnknownContentHash_InvalidArgument() =>
        (await Raw.SendAsync(new("GET", "/" + Bucket), contentHash: "STREAMING-SOMETHING")).Code.ShouldBe("InvalidArgument");

    [Fact]
    public async Task Get_HeaderAndQueryAuth_InvalidArgument()
    {
        var request = new RawRequest("GET", "/" + Bucket);
        new Signer().Presign(request, Raw.Host);
        new Signer().Sign(request, Raw.Host);
        await RefusesAsync(request, 400, "InvalidArgument");
    }

    [Fact]
    public async Task Get_SessionToken_InvalidToken() =>
        (await Raw.SendAsync(new RawRequest("GET", "/" + Bucket).With("x-amz-security-token", "t"))).Code.ShouldBe("InvalidToken");

    [Fact]
    public async Task Put_HeaderWithInnerSpaces_Succeeds()
    {
        var request = new RawRequest("PUT", $"/{Bucket}/spaces").With("x-amz-meta-note", "one two");
        new Signer().Sign(request, Raw.Host);
        request.Headers["x-amz-meta-note"] = "one    two";
        (await Raw.SendUnsignedAsync(request)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Refusal_Always_NamesCodeMessageResourceAndRequest()
    {
        var answer = await Raw.SendUnsignedAsync(new RawRequest("GET", $"/{Bucket}/key"));
        answer.Headers["Content-Type"].ShouldBe("application/xml");
        answer.Xml.Elements().Select(e => e.Name.LocalName).ShouldBe(["Code", "Message", "Resource", "RequestId"]);
        answer.Value("RequestId").ShouldBe(answer.Headers["x-amz-request-id"]);
    }

    private async Task RefusesAsync(Signer signer, int status, string code)
    {
        var request = new RawRequest("GET", "/" + Bucket);
        signer.Sign(request, Raw.Host);
        await RefusesAsync(request, status, code);
    }

    private async Task RefusesAsync(RawRequest request, int status, string code)
    {
        var answer = await Raw.SendUnsignedAsync(request);
        (answer.Status, answer.Code).ShouldBe((status, code));
    }
}
