using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OpenTelemetry;
using OpenTelemetry.Instrumentation.Http;
using OpenTelemetry.Trace;
using Shouldly;
using Streamix.Testing;
using Xunit;

namespace Streamix.StandIns.Tests.Telemetry;

[Collection("telemetry")] // Listeners hear every host of the process.
public sealed class HttpClientSpanTests
{
    [Fact]
    public async Task Get_Answered_SpanHasTheConventionsTags()
    {
        await using var host = await StartAsync();

        (await host.Http.GetAsync("/hello?token=secret")).Dispose();

        var span = await ClientSpanAsync(host, "/hello");
        (span.DisplayName, span.Kind, span.Status).ShouldBe(("GET", ActivityKind.Client, ActivityStatusCode.Unset));
        new[] { "http.request.method", "http.response.status_code", "server.address", "network.protocol.version" }.Select(span.GetTagItem)
            .ShouldBe(["GET", 200, "127.0.0.1", "1.1"]);
        span.GetTagItem("url.full")!.ToString()!.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("/nowhere", "404")]
    [InlineData("/broken", "503")]
    public async Task Get_ErrorStatus_IsAnError(string path, string type)
    {
        await using var host = await StartAsync();

        (await host.Http.GetAsync(path)).Dispose();

        var span = await ClientSpanAsync(host, path);
        (span.Status, span.GetTagItem("error.type")).ShouldBe((ActivityStatusCode.Error, type));
    }

    [Fact]
    public async Task Get_NobodyListens_IsAnErrorWithItsException()
    {
        await using var host = await StartAsync(options =>
        {
            options.RecordException = true;
            options.EnrichWithException = (span, error) => span.SetTag("mine", error.GetType().Name);
        });

        await Should.ThrowAsync<HttpRequestException>(() => host.Http.GetAsync("http://127.0.0.1:9/gone"));

        var span = await ClientSpanAsync(host, "/gone");
        (span.Status, span.GetTagItem("error.type"), span.GetTagItem("mine")).ShouldBe((ActivityStatusCode.Error, "connection_error", "HttpRequestException"));
        span.Events.ShouldContain(e => e.Name == "exception");
    }

    [Fact]
    public async Task Get_FilteredOut_LeavesNoSpan()
    {
        await using var host = await StartAsync(options => options.FilterHttpRequestMessage = request => request.RequestUri!.AbsolutePath != "/secret");

        (await host.Http.GetAsync("/secret")).Dispose();
        (await host.Http.GetAsync("/hello")).Dispose();

        await ClientSpanAsync(host, "/hello");
        host.Spans.Items.ShouldNotContain(span => span.Kind == ActivityKind.Client && span.GetTagItem("url.full")!.ToString()!.Contains("/secret"));
    }

    [Fact]
    public async Task Get_Enrichment_SeesRequestAndResponse()
    {
        await using var host = await StartAsync(options =>
        {
            options.EnrichWithHttpRequestMessage = (span, request) => span.SetTag("my.request", request.Method.Method);
            options.EnrichWithHttpResponseMessage = (span, response) => span.SetTag("my.response", (int)response.StatusCode);
        });

        (await host.Http.GetAsync("/hello")).Dispose();

        var span = await ClientSpanAsync(host, "/hello");
        (span.GetTagItem("my.request"), span.GetTagItem("my.response")).ShouldBe(("GET", 200));
    }

    [Fact]
    public async Task Get_TraceAndBaggage_ReachTheOtherSide()
    {
        await using var host = await StartAsync();
        Baggage.SetBaggage("tenant", "blue");

        (await host.Http.GetStringAsync("/baggage")).ShouldBe("tenant=blue");

        var (client, server) = (await ClientSpanAsync(host, "/baggage"), await host.SpanAsync("/baggage"));
        (server.TraceId, server.ParentSpanId).ShouldBe((client.TraceId, client.SpanId));
    }

    private static Task<TracedHost> StartAsync(Action<HttpClientTraceInstrumentationOptions>? options = null) =>
        TracedHost.StartAsync(tracer => tracer.AddHttpClientInstrumentation(options).AddAspNetCoreInstrumentation(), app =>
        {
            app.MapGet("/hello", () => "hello");
            app.MapGet("/secret", () => "hello");
            app.MapGet("/broken", () => Results.StatusCode(503));
            app.MapGet("/baggage", (HttpRequest request) => request.Headers["baggage"].ToString());
        });

    private static async Task<Activity> ClientSpanAsync(TracedHost host, string path)
    {
        Activity? Find() => host.Spans.Items.FirstOrDefault(span => span.Kind == ActivityKind.Client && span.GetTagItem("url.full") is string url && url.Contains(path)
            && (path == "/gone" || host.Http.BaseAddress!.Port.Equals(span.GetTagItem("server.port"))));
        await Until.TrueAsync(() => Find() is not null, $"a client span of {path}");
        return Find()!;
    }
}
