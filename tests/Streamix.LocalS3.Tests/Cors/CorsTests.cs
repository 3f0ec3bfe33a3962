using Amazon.S3.Model;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Cors;

public sealed class CorsTests : S3Test
{
    private const string App = "https://app.example";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await S3.PutCORSConfigurationAsync(new()
        {
            BucketName = Bucket,
            Configuration = new()
            {
                Rules =
                [
                    new() { AllowedOrigins = [App, "https://*.dev.example"], AllowedMethods = ["PUT", "GET"], AllowedHeaders = ["content-*", "x-amz-date"], ExposeHeaders = ["ETag"], MaxAgeSeconds = 300 },
                    new() { AllowedOrigins = ["*"], AllowedMethods = ["HEAD"] },
                ],
            },
        });
    }

    [Fact]
    public async Task Get_Configuration_AsPut()
    {
        var rules = (await S3.GetCORSConfigurationAsync(Bucket)).Configuration.Rules;
        rules.Count.ShouldBe(2);
        rules[0].ExposeHeaders.ShouldBe(["ETag"]);
    }

    [Fact]
    public async Task Preflight_Allowed_TellsMethodsHeadersAndAge()
    {
        var answer = await PreflightAsync(App, "PUT", "Content-Type, x-amz-date");
        answer.Status.ShouldBe(200);
        answer.Headers["Access-Control-Allow-Origin"].ShouldBe(App);
        answer.Headers["Access-Control-Allow-Methods"].ShouldBe("PUT, GET");
        answer.Headers["Access-Control-Allow-Headers"].ShouldBe("content-type, x-amz-date");
        answer.Headers["Access-Control-Max-Age"].ShouldBe("300");
        answer.Headers["Vary"].ShouldContain("Origin");
    }

    [Fact]
    public async Task Preflight_WildcardOrigin_Allowed() =>
        (await PreflightAsync("https://pr-7.dev.example", "GET")).Headers["Access-Control-Allow-Origin"].ShouldBe("https://pr-7.dev.example");

    [Theory]
    [InlineData("https://evil.example", "PUT", "")]
    [InlineData("https://dev.example", "PUT", "")]
    [InlineData(App, "DELETE", "")]
    [InlineData(App, "PUT", "authorization")]
    public async Task Preflight_NotAllowed_AccessForbidden(string origin, string method, string headers)
    {
        var answer = await PreflightAsync(origin, method, headers);
        (answer.Status, answer.Code).ShouldBe((403, "AccessForbidden"));
        answer.Headers.Keys.ShouldNotContain("Access-Control-Allow-Origin");
    }

    [Fact]
    public async Task Preflight_WithoutOrigin_InvalidRequest() =>
        (await Raw.SendUnsignedAsync(new("OPTIONS", $"/{Bucket}/k"))).Code.ShouldBe("InvalidRequest");

    [Fact]
    public async Task Put_FromAllowedOrigin_ExposesETag()
    {
        var answer = await Raw.SendAsync(new RawRequest("PUT", $"/{Bucket}/k", body: [1]).With("Origin", App));
        answer.Headers["Access-Control-Allow-Origin"].ShouldBe(App);
        answer.Headers["Access-Control-Expose-Headers"].ShouldBe("ETag");
    }

    [Fact]
    public async Task Put_RefusedFromAllowedOrigin_BrowserMayReadWhy()
    {
        var answer = await Raw.SendUnsignedAsync(new RawRequest("PUT", $"/{Bucket}/k").With("Origin", App));
        (answer.Status, answer.Headers["Access-Control-Allow-Origin"]).ShouldBe((403, App));
    }

    [Fact]
    public async Task Get_FromOtherOrigin_NoHeader() =>
        (await Raw.SendAsync(new RawRequest("GET", $"/{Bucket}/k").With("Origin", "https://evil.example"))).Headers.Keys.ShouldNotContain("Access-Control-Allow-Origin");

    [Fact]
    public async Task Delete_Configuration_NoSuchCORSConfiguration()
    {
        await S3.DeleteCORSConfigurationAsync(Bucket);
        (await Raw.SendAsync("GET", "/" + Bucket, "cors")).Code.ShouldBe("NoSuchCORSConfiguration");
        (await PreflightAsync(App, "PUT")).Status.ShouldBe(403);
    }

    [Theory]
    [InlineData("<CORSConfiguration></CORSConfiguration>", "MalformedXML")]
    [InlineData("<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>", "MalformedXML")]
    [InlineData("<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>PATCH</AllowedMethod></CORSRule></CORSConfiguration>", "InvalidRequest")]
    [InlineData("<CORSConfiguration><CORSRule><AllowedOrigin>*.*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>", "InvalidRequest")]
    public async Task Put_InvalidConfiguration_RefusedAndOldStays(string body, string code)
    {
        (await Raw.SendAsync("PUT", "/" + Bucket, "cors", body)).Code.ShouldBe(code);
        (await S3.GetCORSConfigurationAsync(Bucket)).Configuration.Rules.Count.ShouldBe(2);
    }

    private Task<RawAnswer> PreflightAsync(string origin, string method, string headers = "")
    {
        var request = new RawRequest("OPTIONS", $"/{Bucket}/k").With("Origin", origin).With("Access-Control-Request-Method", method);
        return Raw.SendUnsignedAsync(headers.Length == 0 ? request : request.With("Access-Control-Request-Headers", headers));
    }
}
