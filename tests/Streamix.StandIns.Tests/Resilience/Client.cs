using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Time.Testing;
using Polly;

namespace Streamix.StandIns.Tests.Resilience;

/// <summary>An HTTP client over a script, with the resilience under test and a clock that only tests move.</summary>
internal sealed class Client : IDisposable
{
    private readonly ServiceProvider _services;

    public Client(ScriptedHandler handler, Action<IHttpClientBuilder> resilience, Action<IServiceCollection>? configure = null)
    {
        Handler = handler;
        var services = new ServiceCollection();
        services.AddTransient(_ => new ResiliencePipelineBuilder { TimeProvider = Time });
        configure?.Invoke(services);
        var builder = services.AddHttpClient("client", client => client.BaseAddress = new("http://notes")).ConfigurePrimaryHttpMessageHandler(() => handler);
        resilience(builder);
        _services = services.BuildServiceProvider();
        Http = _services.GetRequiredService<IHttpClientFactory>().CreateClient("client");
    }

    public FakeTimeProvider Time { get; } = new();

    public ScriptedHandler Handler { get; }

    public HttpClient Http { get; }

    /// <summary>The delays the retry strategy chose, in order.</summary>
    public List<TimeSpan> Delays { get; private init; } = [];

    public static Client Standard(ScriptedHandler handler, Action<HttpStandardResilienceOptions>? configure = null)
    {
        List<TimeSpan> delays = [];
        return new Client(handler, builder => builder.AddStandardResilienceHandler(options =>
        {
            options.Retry.OnRetry = args =>
            {
                delays.Add(args.RetryDelay);
                return default;
            };
            configure?.Invoke(options);
        })) { Delays = delays };
    }

    /// <summary>Moves the clock on, as often as it takes, until the call is over.</summary>
    public async Task<T> Run<T>(Task<T> call, TimeSpan? step = null)
    {
        var deadline = DateTime.UtcNow.AddSeconds(30);
        while (!call.IsCompleted && DateTime.UtcNow < deadline)
        {
            Time.Advance(step ?? TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(call, Task.Delay(2));
        }

        return await call.WaitAsync(TimeSpan.FromSeconds(1));
    }

    public void Dispose()
    {
        Http.Dispose();
        _services.Dispose();
    }
}
