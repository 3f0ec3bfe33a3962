using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Trace;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Telemetry;

[Collection("telemetry")] // Listeners hear every host of the process.
public sealed class AspNetCoreSpanTests
{
    [Fact]
    public async Task Get_Route_NamesAndTagsTheSpan()
    {
        await using var host = await StartAsync();

        (await host.Http.GetAsync("/notes/7?token=secret&flag")).Dispose();

        var span = await host.SpanAsync("/notes/7");
        span.DisplayName.ShouldBe("GET /notes/{id}");
        (span.Kind, span.Status).ShouldBe((ActivityKind.Server, ActivityStatusCode.Unset));
        Tags(span, "http.request.method", "http.route", "http.response.status_code", "url.scheme", "url.query", "network.protocol.version", "server.address")
            .ShouldBe(["GET", "/notes/{id}", 200, "http", "?token=Redacted&flag", "1.1", "127.0.0.1"]);
    }

    [Fact]
    public async Task Get_NoRoute_IsNamedByMethodAlone()
    {
        await using var host = await StartAsync();

        (await host.Http.GetAsync("/nowhere")).Dispose();

        var span = await host.SpanAsync("/nowhere");
        (span.DisplayName, span.Status, span.GetTagItem("http.route")).ShouldBe(("GET", ActivityStatusCode.Unset, null));
        span.GetTagItem("http.response.status_code").ShouldBe(404);
    }

    [Fact]
    public async Task Send_UnknownMethod_IsOther()
    {
        await using var host = await StartAsync();

        (await host.Http.SendAsync(new(new("BREW"), "/pot"))).Dispose();

        var span = await host.SpanAsync("/pot");
        span.DisplayName.ShouldBe("HTTP");
        Tags(span, "http.request.method", "http.request.method_original").ShouldBe(["_OTHER", "BREW"]);
    }

    [Fact]
    public async Task Get_UnhandledException_IsAnErrorWithItsType()
    {
        await using var host = await StartAsync(options => options.RecordException = true);

        (await host.Http.GetAsync("/crash")).Dispose();

        var span = await host.SpanAsync("/crash");
        span.Status.ShouldBe(ActivityStatusCode.Error);
        Tags(span, "error.type", "http.response.status_code").ShouldBe(["System.InvalidTimeZoneException", 500]);
        span.Events.Single().Name.ShouldBe("exception");
    }

    [Fact]
    public async Task Get_HandledException_HasTheRouteThatAnswered()
    {
        await using var host = await TracedHost.StartAsync(tracer => tracer.AddAspNetCoreInstrumentation(), app =>
        {
            app.UseExceptionHandler("/sorry");
            app.MapGet("/sorry", () => Results.StatusCode(503));
            app.MapGet("/crash/{id}", string (int id) => throw new InvalidTimeZoneException());
        });

        (await host.Http.GetAsync("/crash/1")).Dispose();

        var span = await host.SpanAsync("/crash/1");
        (span.DisplayName, span.Status).ShouldBe(("GET /sorry", ActivityStatusCode.Error));
        Tags(span, "error.type", "http.response.status_code").ShouldBe(["503", 503]);
    }

    [Fact]
    public async Task Get_FilteredOut_LeavesNoSpanAndNoChild()
    {
        await using var host = await StartAsync(options => options.Filter = context => context.Request.Path != "/notes/1");

        (await host.Http.GetAsync("/notes/1")).Dispose();
        (await host.Http.GetAsync("/notes/2")).Dispose();

        await host.SpanAsync("/notes/2");
        host.Spans.Items.Where(span => span.Source.Name == "own").Select(span => span.GetTagItem("id")).ShouldBe([2]);
        host.Spans.Items.ShouldNotContain(span => Equals(span.GetTagItem("url.path"), "/notes/1"));
    }

    [Fact]
    public async Task Get_FilterThrows_LeavesNoSpanAndTheRequestSucceeds()
    {
        await using var host = await StartAsync(options => options.Filter = context => context.Request.Path == "/notes/1" ? throw new InvalidCastException() : true);

        (await host.Http.GetAsync("/notes/1")).EnsureSuccessStatusCode();
        (await host.Http.GetAsync("/notes/2")).Dispose();

        await host.SpanAsync("/notes/2");
        host.Spans.Items.ShouldNotContain(span => Equals(span.GetTagItem("url.path"), "/notes/1"));
    }

    [Fact]
    public async Task Get_Enrichment_SeesRequestResponseAndException()
    {
        await using var host = await StartAsync(options =>
        {
            options.EnrichWithHttpRequest = (span, request) => span.SetTag("my.request", request.Path.Value);
            options.EnrichWithHttpResponse = (span, response) => span.SetTag("my.response", response.StatusCode);
            options.EnrichWithException = (span, error) => span.SetTag("my.error", error.Message);
        });

        (await host.Http.GetAsync("/crash")).Dispose();

        Tags(await host.SpanAsync("/crash"), "my.request", "my.response", "my.error").ShouldBe(["/crash", 500, "at midnight"]);
    }

    [Fact]
    public async Task Get_WithTraceparentAndBaggage_ContinuesBoth()
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/baggage");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        request.Headers.Add("baggage", "tenant=blue");
        using var untraced = new HttpMessageInvoker(new SocketsHttpHandler { ActivityHeadersPropagator = null });
        request.RequestUri = new(host.Http.BaseAddress!, "/baggage");

        using var response = await untraced.SendAsync(request, default);

        (await response.Content.ReadAsStringAsync()).ShouldBe("blue");
        (await host.SpanAsync("/baggage")).TraceId.ToHexString().ShouldBe("0af7651916cd43dd8448eb211c80319c");
    }

    [Fact]
    public async Task Get_RedactionSwitchedOff_KeepsTheQuery()
    {
        await using var host = await StartAsync(configuration: ("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION", "true"));

        (await host.Http.GetAsync("/notes/7?token=secret")).Dispose();

        (await host.SpanAsync("/notes/7")).GetTagItem("url.query").ShouldBe("?token=secret");
    }

    [Fact]
    public async Task Options_ConfiguredAsService_Apply()
    {
        await using var host = await TracedHost.StartAsync(tracer => tracer.AddAspNetCoreInstrumentation(), app => app.MapGet("/", () => "hello"),
            services => services.Configure<AspNetCoreTraceInstrumentationOptions>(o => o.EnrichWithHttpRequest = (span, _) => span.SetTag("mine", true)));

        (await host.Http.GetAsync("/")).Dispose();

        (await host.SpanAsync("/")).GetTagItem("mine").ShouldBe(true);
    }

    private static Task<TracedHost> StartAsync(Action<AspNetCoreTraceInstrumentationOptions>? options = null, (string Key, string Value)? configuration = null) =>
        TracedHost.StartAsync(tracer => tracer.AddAspNetCoreInstrumentation(options).AddSource("own"), app =>
        {
            app.MapGet("/notes/{id}", (int id) =>
            {
                using var own = Own.StartActivity("work")?.SetTag("id", id);
                return "hello";
            });
            app.MapGet("/baggage", () => Baggage.GetBaggage("tenant"));
            app.MapGet("/crash", string () => throw new InvalidTimeZoneException("at midnight"));
        }, services =>
        {
            if (configuration is { } setting)
                services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new(setting.Key, setting.Value)]).Build());
        });

    private static readonly ActivitySource Own = new("own");

    private static object?[] Tags(Activity span, params string[] names) => [.. names.Select(span.GetTagItem)];
}
