using Amazon.S3;
using Amazon.S3.Model;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Signing;

public sealed class PresignedTests : S3Test
{
    [Fact]
    public async Task Get_Presigned_Succeeds()
    {
        await PutAsync("k", "hello");
        (await SendAsync(new("GET", $"/{Bucket}/k"))).Body.ShouldBe("hello");
    }

    [Fact]
    public async Task Get_PresignedBySdk_Succeeds()
    {
        await PutAsync("folder/a b+c.txt", "hello");
        using var http = new HttpClient();
        (await http.GetStringAsync(await UrlAsync("folder/a b+c.txt", HttpVerb.GET))).ShouldBe("hello");
    }

    [Fact]
    public async Task Put_PresignedBySdk_StoresBody()
    {
        using var http = new HttpClient();
        using var content = new StringContent("uploaded");
        content.Headers.ContentType = null;
        (await http.PutAsync(await UrlAsync("up", HttpVerb.PUT), content)).IsSuccessStatusCode.ShouldBeTrue();
        (await ReadAsync("up")).ShouldBe("uploaded");
    }

    [Fact]
    public async Task Get_WithOverrides_AnswersThoseHeaders()
    {
        await PutAsync("k", "hello");
        var answer = await SendAsync(new("GET", $"/{Bucket}/k",
            "response-cache-control=no-store&response-content-disposition=attachment%3B%20filename%3D%22caf%C3%A9.txt%22&response-content-type=text%2Fplain"));
        answer.Headers["Content-Type"].ShouldBe("text/plain");
        answer.Headers["Cache-Control"].ShouldBe("no-store");
        answer.Headers["Content-Disposition"].ShouldStartWith("attachment; filename=\"caf");
    }

    [Fact]
    public async Task Get_OverrideWithLineBreak_InvalidArgument() =>
        (await SendAsync(new("GET", $"/{Bucket}/k", "response-content-type=a%0D%0Ab"), after: () => PutAsync("k"))).Code.ShouldBe("InvalidArgument");

    [Fact]
    public async Task Get_Expired_AccessDenied()
    {
        var answer = await SendAsync(new("GET", $"/{Bucket}/k"), new Signer { Now = DateTimeOffset.UtcNow.AddMinutes(-2) });
        (answer.Status, answer.Code, answer.Value("Message")).ShouldBe((403, "AccessDenied", "Request has expired"));
    }

    [Fact]
    public async Task Get_FromTheFuture_AccessDenied()
    {
        var answer = await SendAsync(new("GET", $"/{Bucket}/k"), new Signer { Now = DateTimeOffset.UtcNow.AddMinutes(20) });
        answer.Value("Message").ShouldBe("Request is not valid yet");
    }

    [Theory]
    [InlineData(604801)]
    [InlineData(-1)]
    public async Task Get_LifetimeOutOfRange_AuthorizationQueryParametersError(long seconds) =>
        (await SendAsync(new("GET", $"/{Bucket}/k"), seconds: seconds)).Code.ShouldBe("AuthorizationQueryParametersError");

    [Fact]
    public async Task Get_WrongRegion_AuthorizationQueryParametersError() =>
        (await SendAsync(new("GET", $"/{Bucket}/k"), new Signer(Region: "eu-west-1"))).Code.ShouldBe("AuthorizationQueryParametersError");

    [Fact]
    public async Task Get_WrongSecret_SignatureDoesNotMatch() =>
        (await SendAsync(new("GET", $"/{Bucket}/k"), new Signer(Secret: "not the secret"))).Code.ShouldBe("SignatureDoesNotMatch");

    [Theory]
    [InlineData("X-Amz-Expires=60", "X-Amz-Expires=600")]
    [InlineData("prefix=a", "prefix=b")]
    public async Task Get_QueryTamperedWith_SignatureDoesNotMatch(string signed, string forged)
    {
        var request = new RawRequest("GET", "/" + Bucket, "prefix=a");
        new Signer().Presign(request, Raw.Host);
        request.Query = request.Query.Replace(signed, forged, StringComparison.Ordinal);
        (await Raw.SendUnsignedAsync(request)).Code.ShouldBe("SignatureDoesNotMatch");
    }

    [Theory]
    [InlineData("X-Amz-Credential")]
    [InlineData("X-Amz-Date")]
    [InlineData("X-Amz-Expires")]
    [InlineData("X-Amz-SignedHeaders")]
    public async Task Get_ParameterMissing_AuthorizationQueryParametersError(string name)
    {
        var request = new RawRequest("GET", "/" + Bucket);
        new Signer().Presign(request, Raw.Host);
        request.Query = string.Join('&', request.Query.Split('&').Where(p => !p.StartsWith(name, StringComparison.Ordinal)));
        (await Raw.SendUnsignedAsync(request)).Code.ShouldBe("AuthorizationQueryParametersError");
    }

    [Fact]
    public async Task Put_LinkMadeForGet_SignatureDoesNotMatch()
    {
        var request = new RawRequest("GET", $"/{Bucket}/k");
        new Signer().Presign(request, Raw.Host);
        request.Method = "PUT";
        (await Raw.SendUnsignedAsync(request)).Code.ShouldBe("SignatureDoesNotMatch");
    }

    [Fact]
    public async Task Put_SignedContentTypeChanged_SignatureDoesNotMatch()
    {
        var request = new RawRequest("PUT", $"/{Bucket}/k").With("Content-Type", "image/png");
        new Signer().Presign(request, Raw.Host);
        (await Raw.SendUnsignedAsync(request.With("Content-Type", "text/html"))).Code.ShouldBe("SignatureDoesNotMatch");
    }

    [Fact]
    public async Task Get_ExpiredWhileClockAdvances_AccessDenied()
    {
        using var folder = new TemporaryFolder();
        var clock = new ManualTime();
        await using var server = await S3Server.StartAsync(folder.Path, clock);
        using var raw = new RawClient(server.Address);
        var request = new RawRequest("GET", "/");
        new Signer().Presign(request, raw.Host, seconds: 600);
        (await raw.SendUnsignedAsync(request)).Status.ShouldBe(200);
        clock.Advance(TimeSpan.FromMinutes(11));
        (await raw.SendUnsignedAsync(request)).Code.ShouldBe("AccessDenied");
    }

    private async Task<RawAnswer> SendAsync(RawRequest request, Signer? signer = null, long seconds = 60, Func<Task>? after = null)
    {
        if (after is not null)
            await after();
        (signer ?? new Signer()).Presign(request, Raw.Host, seconds);
        return await Raw.SendUnsignedAsync(request);
    }

    private Task<string> UrlAsync(string key, HttpVerb verb) => S3.GetPreSignedURLAsync(new GetPreSignedUrlRequest
    {
        BucketName = Bucket, Key = key, Verb = verb, Protocol = Protocol.HTTP, Expires = DateTime.UtcNow.AddMinutes(5),
    });
}
