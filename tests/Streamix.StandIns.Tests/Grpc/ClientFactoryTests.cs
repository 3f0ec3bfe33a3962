using Grpc.Core;
using Grpc.Net.ClientFactory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using ServiceNames = Streamix.StandIns.Tests.Discovery.Client;

namespace Streamix.StandIns.Tests.Grpc;

public sealed class ClientFactoryTests
{
    [Fact]
    public async Task Resolve_WithoutAddress_SaysHowToGiveOne()
    {
        var services = new ServiceCollection();
        services.AddGrpcClient<Echo.EchoClient>();
        await using var provider = services.BuildServiceProvider();

        Should.Throw<InvalidOperationException>(() => provider.GetRequiredService<Echo.EchoClient>()).Message.ShouldContain("Could not resolve the address");
    }

    [Fact]
    public async Task CreateClient_NameNobodyRegistered_SaysSo()
    {
        var services = new ServiceCollection();
        services.AddGrpcClient<Echo.EchoClient>("known", options => options.Address = new("http://127.0.0.1:9"));
        await using var provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<GrpcClientFactory>();

        factory.CreateClient<Echo.EchoClient>("known").ShouldNotBeNull();
        Should.Throw<InvalidOperationException>(() => factory.CreateClient<Echo.EchoClient>("unknown")).Message.ShouldContain("'unknown'");
    }

    [Fact]
    public async Task ConfigureChannel_MessageLimit_Holds()
    {
        await using var host = await EchoHost.StartAsync();
        var client = host.Client(builder => builder.ConfigureChannel(channel => channel.MaxReceiveMessageSize = 100));

        var error = await Should.ThrowAsync<RpcException>(async () => await client.SayAsync(new Line { Text = new string('a', 200) }));

        error.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Compression_Gzip_RoundTrips()
    {
        await using var host = await EchoHost.StartAsync(options => options.ResponseCompressionAlgorithm = "gzip");
        var (text, wire) = (new string('a', 100_000), new Encodings());
        var client = host.Client(builder => builder.AddHttpMessageHandler(() => wire));

        var answer = await client.SayAsync(new Line { Text = text }, new Metadata { { "grpc-internal-encoding-request", "gzip" } });

        answer.Text.ShouldBe($"{text}!");
        (wire.Request, wire.Response).ShouldBe(("gzip", "gzip"));
    }

    [Fact]
    public async Task ServiceDiscovery_TwoReplicas_AreBothCalled()
    {
        await using var one = await EchoHost.StartAsync(options => options.Interceptors.Add<Watching>());
        await using var two = await EchoHost.StartAsync(options => options.Interceptors.Add<Watching>());
        var configuration = ServiceNames.Configuration(("services:echo:http:0", one.Address.ToString()), ("services:echo:http:1", two.Address.ToString()));
        var client = one.Client(builder => builder.AddServiceDiscovery(), services => services.AddSingleton(configuration).AddServiceDiscovery(), new Uri("http://echo"));

        for (var i = 0; i < 10; i++)
            await client.SayAsync(new Line { Text = "hello" });

        (one.Journal.Entries.Count, two.Journal.Entries.Count).ShouldBe((5, 5));
    }

    [Fact]
    public async Task StandardResilience_AroundCalls_DoesNotDisturbThem()
    {
        await using var host = await EchoHost.StartAsync();
        var client = host.Client(builder => builder.AddStandardResilienceHandler());
        using var call = client.Chat();

        await call.RequestStream.WriteAsync(new Line { Text = "hello" });

        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        (await client.SayAsync(new Line { Text = "hello" })).Text.ShouldBe("hello!");
    }

    [Fact]
    public async Task ContextPropagation_DeadlineOfTheServedCall_LimitsTheNextOne()
    {
        await using var back = await EchoHost.StartAsync();
        await using var front = await EchoHost.StartAsync(options => options.Interceptors.Add<Relaying>(),
            services => services.AddGrpcClient<Echo.EchoClient>(o => o.Address = back.Address).EnableCallContextPropagation());
        var deadline = DateTime.UtcNow.AddSeconds(20);

        var seen = await front.Client().SayAsync(new Line { Text = "deadline" }, deadline: deadline);

        DateTime.Parse(seen.Text).ToUniversalTime().ShouldBe(deadline, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task ContextPropagation_CancelledCaller_CancelsTheNextOne()
    {
        await using var back = await EchoHost.StartAsync();
        await using var front = await EchoHost.StartAsync(options => options.Interceptors.Add<Relaying>(),
            services => services.AddGrpcClient<Echo.EchoClient>(o => o.Address = back.Address).EnableCallContextPropagation());
        using var caller = new CancellationTokenSource();
        var call = front.Client().SayAsync(new Line { Text = "wait" }, cancellationToken: caller.Token);
        await Testing.Until.TrueAsync(() => back.Journal.Entries.Contains("waiting"), "the second server waits");

        await caller.CancelAsync();

        await Testing.Until.TrueAsync(() => back.Journal.Entries.Contains("cancelled"), "the second server saw it");
        (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ContextPropagation_OutsideACall_IsAnErrorUnlessSuppressed(bool suppressed)
    {
        await using var host = await EchoHost.StartAsync();
        var client = host.Client(builder => builder.EnableCallContextPropagation(o => o.SuppressContextNotFoundErrors = suppressed));

        if (suppressed)
            (await client.SayAsync(new Line { Text = "hello" })).Text.ShouldBe("hello!");
        else
            await Should.ThrowAsync<InvalidOperationException>(async () => await client.SayAsync(new Line()));
    }

    private sealed class Encodings : DelegatingHandler
    {
        public string? Request { get; private set; }

        public string? Response { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            Request = request.Headers.GetValues("grpc-encoding").Single();
            Response = response.Headers.GetValues("grpc-encoding").Single();
            return response;
        }
    }
}
