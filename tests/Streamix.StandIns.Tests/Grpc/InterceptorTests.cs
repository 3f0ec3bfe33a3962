using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.ClientFactory;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Grpc;

public sealed class InterceptorTests
{
    [Fact]
    public async Task Client_Interceptors_RunInOrderClientScopeFirst()
    {
        await using var host = await EchoHost.StartAsync();
        var client = host.Client(builder => builder.AddInterceptor(() => new Signing("b")).AddInterceptor(() => new Signing("c"))
            .AddInterceptor(InterceptorScope.Client, () => new Signing("a")));

        var call = client.SayAsync(new Line { Text = "headers" });

        (await call.ResponseHeadersAsync).GetValue("x-echo").ShouldBe("abc");
    }

    [Fact]
    public async Task Client_InterceptorFromServices_IsResolved()
    {
        await using var host = await EchoHost.StartAsync();
        var client = host.Client(builder => builder.AddInterceptor<Signing>(), services => services.AddSingleton(new Signing("resolved")));

        var call = client.SayAsync(new Line { Text = "headers" });

        (await call.ResponseHeadersAsync).GetValue("x-echo").ShouldBe("resolved");
    }

    [Fact]
    public async Task Channel_HeaderInterceptor_ChangesTheHeaders()
    {
        await using var host = await EchoHost.StartAsync();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new Echo.EchoClient(channel.Intercept(headers => [.. headers, new("x-ask", "added")]));

        var call = client.SayAsync(new Line { Text = "headers" });

        (await call.ResponseHeadersAsync).GetValue("x-echo").ShouldBe("added");
    }

    [Fact]
    public async Task CallCredentials_AddHeadersToEachCall()
    {
        await using var host = await EchoHost.StartAsync();
        var client = host.Client(builder => builder
            .ConfigureChannel(channel => channel.UnsafeUseInsecureChannelCallCredentials = true)
            .AddCallCredentials((context, metadata, services) =>
            {
                metadata.Add("x-ask", $"{context.MethodName} by {services.GetRequiredService<Uri>().Host}");
                return Task.CompletedTask;
            }), services => services.AddSingleton(new Uri("http://me")));

        var call = client.SayAsync(new Line { Text = "headers" });

        (await call.ResponseHeadersAsync).GetValue("x-echo").ShouldBe("Say by me");
    }

    [Fact]
    public async Task Server_Interceptor_SeesCallsAndChangesErrors()
    {
        await using var host = await EchoHost.StartAsync(options => options.Interceptors.Add<Watching>());
        using var stream = host.Client().Count(new Line { Number = 1 });
        await stream.ResponseStream.ReadAllAsync().ToListAsync();

        var error = await Should.ThrowAsync<RpcException>(async () => await host.Client().SayAsync(new Line { Text = "crash" }));

        (error.StatusCode, error.Status.Detail).ShouldBe((StatusCode.Aborted, "caught"));
        host.Journal.Entries.ShouldBe(["/streamix.standins.Echo/Count", "/streamix.standins.Echo/Say"]);
    }
}
