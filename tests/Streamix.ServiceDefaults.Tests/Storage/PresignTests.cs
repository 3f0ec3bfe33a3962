using Streamix.ServiceDefaults.Storage;
using Streamix.ServiceDefaults.Tests.Host;

namespace Streamix.ServiceDefaults.Tests.Storage;

public sealed class PresignTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async Task InitializeAsync() => _service = await TestService.StartAsync(build => build.AddObjectStore(), _ => { },
        settings: [("ConnectionStrings:objects", "Endpoint=http://127.0.0.1:9;AccessKey=key;SecretKey=secret;Region=us-east-1;PublicEndpoint=https://objects.example")]);

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public void Get_IsForThePublicAddressAndExpires()
    {
        var address = Store.PresignGet("media", "a/b c.mp4", TimeSpan.FromMinutes(5), "film ü.mp4");
        address.GetLeftPart(UriPartial.Path).ShouldBe("https://objects.example/media/a/b%20c.mp4");
        address.Query.ShouldContain("X-Amz-Algorithm=AWS4-HMAC-SHA256");
        address.Query.ShouldContain("X-Amz-Expires=300");
        address.Query.ShouldContain("response-content-disposition");
    }

    [Fact]
    public void Put_SignsTheContentType() => Store.PresignPut("media", "k", TimeSpan.FromMinutes(5), "image/png").Query.ShouldContain("content-type");

    [Fact]
    public void Post_CarriesPolicyAndSignature()
    {
        var post = Store.PresignPost("media", "k", TimeSpan.FromMinutes(5), "image/png", 1, 1000);
        string[] names = [.. post.Fields.Keys.Select(k => k.ToLowerInvariant())];
        names.ShouldContain("policy");
        names.ShouldContain("x-amz-signature");
        post.Fields["Content-Type"].ShouldBe("image/png");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public void Part_OutOfBounds_IsRefused(int number) => Should.Throw<ArgumentOutOfRangeException>(
        () => _service.Services.GetRequiredService<IMultipartUploads>().PresignPart("media", "k", "id", number, TimeSpan.FromMinutes(5)));

    private IObjectStore Store => _service.Services.GetRequiredService<IObjectStore>();
}
