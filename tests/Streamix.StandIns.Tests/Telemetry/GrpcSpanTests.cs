using System.Diagnostics;
using Grpc.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Shouldly;
using Streamix.StandIns.Tests.Grpc;
using Streamix.Testing;
using Xunit;

namespace Streamix.StandIns.Tests.Telemetry;

[Collection("telemetry")] // Listeners hear every host of the process.
public sealed class GrpcSpanTests
{
    [Theory]
    [InlineData("hello", "OK", ActivityStatusCode.Unset)]
    [InlineData("fail", "NOT_FOUND", ActivityStatusCode.Unset)]
    [InlineData("crash", "UNKNOWN", ActivityStatusCode.Error)]
    public async Task Say_GrpcEnabled_SpanFollowsTheRpcConventions(string text, string code, ActivityStatusCode status)
    {
        var spans = new Collected<Activity>();
        await using var host = await EchoHost.StartAsync(services: services => services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([new("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_ENABLE_GRPC_INSTRUMENTATION", "true")]).Build())
            .AddOpenTelemetry().WithTracing(tracer => tracer.AddAspNetCoreInstrumentation().AddProcessor(new SimpleActivityExportProcessor(spans))));

        await Record.ExceptionAsync(async () => await host.Client().SayAsync(new Line { Text = text }));

        Activity? Find() => spans.Items.FirstOrDefault(span => host.Address.Port.Equals(span.GetTagItem("server.port")));
        await Until.TrueAsync(() => Find() is not null, "a span");
        (Find()!.DisplayName, Find()!.Status).ShouldBe(("streamix.standins.Echo/Say", status));
        new[] { "rpc.system.name", "rpc.method", "rpc.response.status_code" }.Select(Find()!.GetTagItem).ShouldBe(["grpc", "streamix.standins.Echo/Say", code]);
    }
}
