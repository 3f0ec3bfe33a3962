using Grpc.Core;
using Microsoft.Extensions.Hosting;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Grpc;
using Streamix.ServiceDefaults.Tests.Host;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;

namespace Streamix.ServiceDefaults.Tests.Grpc;

public sealed class GrpcTests : IAsyncLifetime
{
    private readonly TestTokens _tokens = new();
    private readonly int _port = FreePorts.Take();
    private TestService _back = null!;
    private TestService _front = null!;

    public async Task InitializeAsync()
    {
        _back = await TestService.StartAsync(
            build => build.AddGrpcServer(), app =>
            {
                app.Urls.Add($"http://127.0.0.1:{_port}");
                app.MapGrpc<EchoService>();
            }, listen: true, tokens: _tokens, settings: [("Grpc:Port", $"{_port}")]);
        _front = await TestService.StartAsync(
            build =>
            {
                build.Services.AddSingleton<IServiceTokens>(new FixedToken(_tokens.Service("front")));
                build.Services.AddGrpcServiceClient<Echo.EchoClient>("back", TimeSpan.FromSeconds(3));
            },
            app => app.MapGet("/say/{text}", async (string text, Echo.EchoClient echo) => (await echo.SayAsync(new EchoRequest { Text = text })).Text).AllowAnonymous(),
            tokens: _tokens, settings: [("Services:back:grpc:0", $"http://127.0.0.1:{_port}")]);
        await Until.TrueAsync(async () => (await Client().SayAsync(new EchoRequest { Text = "warm" })).Text == "warm", "the first call, which compiles everything, is through");
    }

    public async Task DisposeAsync()
    {
        await _front.DisposeAsync();
        await _back.DisposeAsync();
        _tokens.Dispose();
    }

    [Fact]
    public async Task Call_ForAUser_CarriesBothTokens()
    {
        var account = Guid.CreateVersion7();
        (await _front.User(account).GetStringAsync("/say/who")).ShouldBe($"front for account:{account:n}");
    }

    [Theory]
    [InlineData("absent", StatusCode.NotFound, "There is no such thing.")]
    [InlineData("down", StatusCode.Unavailable, "A part of the service is unavailable. Try again shortly.")]
    [InlineData("bug", StatusCode.Internal, "Something went wrong. It has been recorded under the trace id.")]
    public async Task Failure_OfEachKind_HasItsStatusAndOurWords(string text, StatusCode status, string detail)
    {
        var e = await Should.ThrowAsync<RpcException>(async () => await Client().SayAsync(new EchoRequest { Text = text }));
        (e.StatusCode, e.Status.Detail).ShouldBe((status, detail));
    }

    [Fact]
    public async Task Call_TooSlow_EndsAtItsDefaultDeadline() =>
        (await Should.ThrowAsync<RpcException>(async () => await Client().SayAsync(new EchoRequest { Text = "slow" }))).StatusCode.ShouldBe(StatusCode.DeadlineExceeded);

    [Fact]
    public async Task Dependency_TooSlow_Is503ToTheCaller() => await (await _front.Client().GetAsync("/say/slow")).ShouldBeProblemAsync(503);

    [Fact]
    public async Task Stream_IsReadToItsEnd()
    {
        List<string> seen = [];
        await foreach (var reply in Client().Count(new EchoRequest { Text = "5" }).ResponseStream.ReadAllAsync())
            seen.Add(reply.Text);
        seen.ShouldBe(["1", "2", "3", "4", "5"]);
    }

    [Fact]
    public async Task Call_WithoutServiceToken_IsUnauthenticated()
    {
        using var channel = global::Grpc.Net.Client.GrpcChannel.ForAddress($"http://127.0.0.1:{_port}");
        var e = await Should.ThrowAsync<RpcException>(async () => await new Echo.EchoClient(channel).SayAsync(new EchoRequest { Text = "hello" }));
        e.StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }

    private Echo.EchoClient Client() => _front.Services.CreateScope().ServiceProvider.GetRequiredService<Echo.EchoClient>();

    private sealed class FixedToken(string token) : IServiceTokens
    {
        public ValueTask<string?> GetAsync(CancellationToken cancellationToken) => new(token);
    }
}
