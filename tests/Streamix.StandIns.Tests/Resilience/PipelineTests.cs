using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.RateLimiting;
using Polly.Retry;
using Shouldly;
using Xunit;
using static Streamix.StandIns.Tests.Resilience.ScriptedHandler;

namespace Streamix.StandIns.Tests.Resilience;

public sealed class PipelineTests
{
    [Fact]
    public async Task Get_MoreCallsThanPermits_RejectsTheRest()
    {
        using var client = Client.Standard(new(Hangs), o => o.RateLimiter.DefaultRateLimiterOptions.PermitLimit = 2);
        using var caller = new CancellationTokenSource();
        var (first, second) = (client.Http.GetAsync("/", caller.Token), client.Http.GetAsync("/", caller.Token));

        await Should.ThrowAsync<RateLimiterRejectedException>(() => client.Http.GetAsync("/"));

        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Task.WhenAll(first, second));
        client.Handler.Attempts.ShouldBe(2);
    }

    [Fact]
    public void Build_AttemptLongerThanTotal_IsRefused()
    {
        using var client = Client.Standard(new(Status(HttpStatusCode.OK)), o => o.AttemptTimeout.Timeout = TimeSpan.FromSeconds(40));

        Should.Throw<OptionsValidationException>(() => client.Http.GetAsync("/").GetAwaiter().GetResult()).Message.ShouldContain("attempt timeout");
    }

    [Fact]
    public async Task Configure_Section_BindsAndReloads()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["http:Retry:MaxRetryAttempts"] = "1", ["http:Retry:Delay"] = "00:00:01" }).Build();
        using var client = new Client(new(Status(HttpStatusCode.BadGateway)), builder => builder.AddStandardResilienceHandler(configuration.GetSection("http")));
        (await client.Run(client.Http.GetAsync("/"))).Dispose();
        client.Handler.Attempts.ShouldBe(2);

        configuration["http:Retry:MaxRetryAttempts"] = "2";
        configuration.Reload();

        (await client.Run(client.Http.GetAsync("/"))).Dispose();
        client.Handler.Attempts.ShouldBe(5);
    }

    [Fact]
    public async Task AddResilienceHandler_OwnPipeline_IsUsed()
    {
        using var client = new Client(new(Status(HttpStatusCode.Conflict), Status(HttpStatusCode.OK)), builder => builder.AddResilienceHandler("own", pipeline =>
            pipeline.AddRetry(new RetryStrategyOptions<HttpResponseMessage> { Delay = TimeSpan.Zero, ShouldHandle = args => new(args.Outcome.Result?.StatusCode == HttpStatusCode.Conflict) })));

        (await client.Run(client.Http.GetAsync("/"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AddResilienceHandler_WithContext_KnowsNameAndServices()
    {
        (string Name, string Instance, object? Service) seen = default;
        using var client = new Client(new(Status(HttpStatusCode.OK)), builder => builder.AddResilienceHandler("own", (pipeline, context) =>
        {
            seen = (context.BuilderName, context.InstanceName, context.ServiceProvider.GetService<Uri>());
            pipeline.AddConcurrencyLimiter(1);
        }).SelectPipelineBy(_ => request => request.Method.Method), services => services.AddSingleton(new Uri("http://here")));

        (await client.Http.GetAsync("/")).Dispose();

        seen.ShouldBe(("client-own", "GET", new Uri("http://here")));
    }

    [Fact]
    public async Task RemoveAllResilienceHandlers_AfterDefaults_LeavesNone()
    {
#pragma warning disable EXTEXP0001
        using var client = new Client(new(Status(HttpStatusCode.BadGateway)), builder => builder.RemoveAllResilienceHandlers(),
            services => services.ConfigureHttpClientDefaults(defaults => defaults.AddStandardResilienceHandler()));
#pragma warning restore EXTEXP0001

        (await client.Http.GetAsync("/")).Dispose();

        client.Handler.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Defaults_OfAllClients_Apply()
    {
        using var client = new Client(new(Status(HttpStatusCode.BadGateway)), _ => { },
            services => services.ConfigureHttpClientDefaults(defaults => defaults.AddStandardResilienceHandler()));

        (await client.Run(client.Http.GetAsync("/"))).Dispose();

        client.Handler.Attempts.ShouldBe(4);
    }

    [Fact]
    public async Task Get_Retried_CountsTheEvents()
    {
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => l.EnableMeasurementEvents(instrument, instrument.Meter.Scope) };
        await using var services = new ServiceCollection().AddHttpClient("counted", c => c.BaseAddress = new("http://notes"))
            .ConfigurePrimaryHttpMessageHandler(() => new ScriptedHandler(Status(HttpStatusCode.BadGateway), Status(HttpStatusCode.OK)))
            .AddResilienceHandler("own", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions { Delay = TimeSpan.Zero, Name = "again" })).Services.BuildServiceProvider();
        var retries = 0;
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, scope) =>
        {
            if (instrument.Name == "resilience.polly.strategy.events" && ReferenceEquals(scope, services.GetRequiredService<IMeterFactory>())
                && tags.ToArray().Contains(new("event.name", "OnRetry")) && tags.ToArray().Contains(new("strategy.name", "again")))
                Interlocked.Add(ref retries, value);
        });
        listener.Start();

        (await services.GetRequiredService<IHttpClientFactory>().CreateClient("counted").GetAsync("/")).Dispose();

        retries.ShouldBe(1);
    }
}
