using System.Net;
using Streamix.Infra.Tests.Gateway.Fixtures;

namespace Streamix.Infra.Tests.Gateway.Sessions;

public sealed class KeysDownTests
{
    [Fact]
    public async Task Keys_Unreachable_Is503NotUnauthorized()
    {
        await using var gateway = await GatewayHost.StartAsync(g => g.Notes("").With("Auth:Jwks", "http://127.0.0.1:1/jwks.json"));
        var answer = await gateway.SignedIn().GetAsync("/api/v1/notes/1");
        await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }
}
