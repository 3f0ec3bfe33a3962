using System.Text;
using System.Text.RegularExpressions;
using Shouldly;
using Streamix.Platform.Tests.BadInput;
using Xunit;
using Xunit.Abstractions;

namespace Streamix.Platform.Tests.Accounts.Routes;

/// <summary>What services tell only each other cannot be reached from outside, whoever asks and however it is spelt.</summary>
[Collection(nameof(AccountsGraph))]
public sealed class InternalRouteTests(AccountsGraph graph, ITestOutputHelper output)
{
    private static readonly string[] Probes = ["/health", "/alive", "/metrics", "/openapi/v1.json", "/.well-known/openid-configuration"];

    [Fact]
    public async Task InternalPath_ThroughTheGateway_IsNotFoundEvenForAnAdministrator()
    {
        using var admin = await graph.People.AdministratorAsync();
        var own = await PublicApi.InternalPathsAsync(graph);
        var violations = new Violations();
        // The gateway's own probes answer those inside, where this test runs.
        var paths = own.Concat(Probes).SelectMany(path => (string[])[$"/api/v1{path}", $"/api{path}", $"/api/v1/account{path}", .. own.Contains(path) ? [path] : (string[])[]]);

        foreach (var path in paths.Append("/openapi/v1.json").Select(path => Regex.Replace(path, @"\{\w+\}", Guid.NewGuid().ToString())))
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post, HttpMethod.Delete])
        {
            using var request = new HttpRequestMessage(method, path);
            using var answer = await admin.SendAsync(request);
            await violations.ExpectAsync($"{method} {path}", answer, 404);
        }

        output.WriteLine($"{own.Count} internal paths, {violations.Asked} answers");
        own.ShouldContain("/internal/tokens");
        own.ShouldContain("/internal/personal-data/{accountId}");
        violations.ShouldBeNone();
    }

    [Theory]
    [InlineData("/api/v1/account/../../internal/tokens")]
    [InlineData("/api/v1/account/%2e%2e/%2e%2e/internal/tokens")]
    [InlineData("/api/v1/account/..%2f..%2finternal/tokens")]
    [InlineData("/api/v1/account/..;/..;/internal/tokens")]
    [InlineData("/api/v1/account/..\\..\\internal\\tokens")]
    [InlineData("/api/v1//internal/tokens")]
    [InlineData("//internal/tokens")]
    [InlineData("/api/v1/%69nternal/tokens")]
    [InlineData("/api/v1/%2569nternal/tokens")]
    [InlineData("/API/V1/Internal/Tokens")]
    [InlineData("/api/v1/session/%2e%2e/.well-known/jwks.json")]
    [InlineData("/api/v1/account/%2e%2e/metrics")]
    public async Task InternalPath_SpeltInDisguise_IsNotFound(string target)
    {
        var gateway = (await GraphProcess.AllOfAsync(graph.Application, "infra-gateway", 2))[0].Address;
        var form = "grant_type=client_credentials";

        var answer = await Wire.SendAsync(gateway, Encoding.ASCII.GetBytes(
            $"POST {target} HTTP/1.1\r\nHost: {gateway.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\nConnection: close\r\n\r\n{form}"));

        answer.ShouldBeProblem(404, target);
    }
}
