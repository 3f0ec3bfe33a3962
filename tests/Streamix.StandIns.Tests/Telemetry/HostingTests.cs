using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Shouldly;
using Streamix.Testing;
using Xunit;

namespace Streamix.StandIns.Tests.Telemetry;

[Collection("telemetry")] // Listeners hear every host of the process.
public sealed class HostingTests
{
    [Fact]
    public async Task Start_OfTheHost_StartsTracingBeforeOtherServices()
    {
        var spans = new Collected<Activity>();
        using var source = new ActivitySource("early");
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddHostedService(_ => new Early(source));
        builder.Services.AddOpenTelemetry().WithTracing(tracer => tracer.AddSource("early").AddProcessor(new SimpleActivityExportProcessor(spans)));
        using var host = builder.Build();

        await host.StartAsync();

        spans.Items.Select(span => span.OperationName).ShouldBe(["early work"]);
    }

    [Fact]
    public async Task AddOpenTelemetry_Twice_AddsUpInOneProvider()
    {
        var spans = new Collected<Activity>();
        using var source = new ActivitySource("twice");
        var services = new ServiceCollection();
        services.AddOpenTelemetry().WithTracing(tracer => tracer.AddSource("twice"));
        services.AddOpenTelemetry().WithTracing(tracer => tracer.AddProcessor(new SimpleActivityExportProcessor(spans)));
        await using var provider = services.BuildServiceProvider();

        foreach (var service in provider.GetServices<IHostedService>())
            await service.StartAsync(default);
        source.StartActivity("once")!.Dispose();

        provider.GetServices<IHostedService>().Count().ShouldBe(1);
        spans.Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ConfigureResource_NamesTheServiceEverywhere()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("notes", serviceVersion: "7")).WithTracing().WithMetrics().WithLogging();
        await using var provider = services.BuildServiceProvider();

        BaseProvider[] providers = [provider.GetRequiredService<TracerProvider>(), provider.GetRequiredService<MeterProvider>(), provider.GetRequiredService<LoggerProvider>()];

        providers.ShouldAllBe(p => p.GetResource().Attributes.Contains(new("service.name", "notes")));
    }

    [Fact]
    public async Task WithLogging_ExportsLogsOfTheHost()
    {
        using var logs = new Written();
        var services = new ServiceCollection();
        services.AddOpenTelemetry().WithLogging(logging => logging.AddProcessor(logs), options => options.IncludeFormattedMessage = true);
        await using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<ILoggerFactory>().CreateLogger("notes").LogWarning("{Count} notes lost", 3);

        logs.Lines.ShouldBe(["notes Warning 3 notes lost"]);
    }

    [Fact]
    public async Task WithMetrics_Instrumentation_MeasuresServerClientAndRuntime()
    {
        var metrics = new Collected<Metric>();
        await using var host = await TracedHost.StartAsync(_ => { }, app => app.MapGet("/notes/{id}", (int id) => id), services => services.AddOpenTelemetry()
            .WithMetrics(meters => meters.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation()
                .AddReader(new BaseExportingMetricReader(metrics))));
        (await host.Http.GetAsync("/notes/1")).Dispose();

        string[] expected = ["http.server.request.duration", "kestrel.active_connections", "http.client.request.duration", "dotnet.gc.collections", "dotnet.thread_pool.thread.count"];
        await Until.TrueAsync(() =>
        {
            host.Services.GetRequiredService<MeterProvider>().ForceFlush();
            return !expected.Except(metrics.Items.Select(metric => metric.Name)).Any();
        }, "everything is measured, the request after its answer");
    }

    [Fact]
    public async Task Stop_OfTheHost_FlushesWhatIsBatched()
    {
        var spans = new Collected<Activity>();
        using var source = new ActivitySource("flushed");
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddOpenTelemetry().WithTracing(tracer => tracer.AddSource("flushed").AddProcessor(new BatchActivityExportProcessor(spans, scheduledDelayMilliseconds: 3_600_000)));
        var host = builder.Build();
        await host.StartAsync();
        source.StartActivity("last")!.Dispose();
        spans.Items.ShouldBeEmpty();

        await host.StopAsync();
        host.Dispose();

        spans.Items.Count.ShouldBe(1);
    }

    private sealed class Early(ActivitySource source) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            source.StartActivity("early work")?.Dispose();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>Keeps the text: the records themselves are used again.</summary>
    private sealed class Written : BaseProcessor<LogRecord>
    {
        public List<string> Lines { get; } = [];

        public override void OnEnd(LogRecord data) => Lines.Add($"{data.CategoryName} {data.LogLevel} {data.FormattedMessage}");
    }
}
