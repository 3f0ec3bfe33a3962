using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Tests.Host;

namespace Streamix.ServiceDefaults.Tests.Auth;

public sealed class ServiceTokensTests
{
    private readonly ManualTime _time = new();
    private int _asked;
    private bool _down;

    [Fact]
    public async Task Token_WhileYoung_IsKept()
    {
        using var tokens = Tokens();
        (await tokens.GetAsync(default)).ShouldBe("token-1");
        _time.Advance(TimeSpan.FromSeconds(79));
        (await tokens.GetAsync(default)).ShouldBe("token-1");
    }

    [Fact]
    public async Task Token_FourFifthsOver_IsRenewed()
    {
        using var tokens = Tokens();
        await tokens.GetAsync(default);
        _time.Advance(TimeSpan.FromSeconds(81));
        (await tokens.GetAsync(default)).ShouldBe("token-2");
    }

    [Fact]
    public async Task Issuer_DownAtRenewal_OldTokenServesUntilItsEnd()
    {
        using var tokens = Tokens();
        await tokens.GetAsync(default);
        _down = true;
        _time.Advance(TimeSpan.FromSeconds(85));
        (await tokens.GetAsync(default)).ShouldBe("token-1");
        _time.Advance(TimeSpan.FromSeconds(15));
        (await Should.ThrowAsync<DependencyUnavailableException>(async () => await tokens.GetAsync(default))).Dependency.ShouldBe("auth-session");
    }

    [Fact]
    public async Task Secret_NotSet_NoTokenAndNoCall()
    {
        using var tokens = Tokens(secret: null);
        (await tokens.GetAsync(default)).ShouldBeNull();
        _asked.ShouldBe(0);
    }

    private ServiceTokens Tokens(string? secret = "secret") => new(
        new OneClient(new Issuer(this)), Options.Create(new AuthOptions { ClientSecret = secret, TokenEndpoint = "http://issuer/token" }),
        new ServiceIdentity("front"), _time, NullLogger<ServiceTokens>.Instance);

    private sealed class OneClient(HttpMessageHandler handler) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(handler, disposeHandler: false);
    }

    private sealed class Issuer(ServiceTokensTests test) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(test._down
            ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
            : new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(new { access_token = $"token-{++test._asked}", expires_in = 100 }) });
    }
}
