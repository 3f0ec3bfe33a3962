using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Streamix.StandIns.Tests.Discovery;

/// <summary>An HTTP client with discovery whose requests go nowhere but are remembered.</summary>
internal sealed class Client : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Client(ServiceProvider services, Recorder recorder) => (_services, Sent) = (services, recorder.Sent);

    public List<(Uri Uri, string? Host)> Sent { get; }

    public static Client With(params (string Key, string Value)[] configuration) =>
        With(Configuration(configuration), services => services.AddServiceDiscovery());

    public static Client With(IConfiguration configuration, Action<IServiceCollection> configure)
    {
        var recorder = new Recorder();
        var services = new ServiceCollection().AddSingleton(configuration).AddLogging();
        configure(services);
        services.AddHttpClient("client").AddServiceDiscovery().ConfigurePrimaryHttpMessageHandler(() => recorder);
        return new(services.BuildServiceProvider(), recorder);
    }

    public static IConfiguration Configuration(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(v => v.Key, v => (string?)v.Value)).Build();

    public async Task<IReadOnlyList<string>> GetAsync(string uri, int times = 1)
    {
        var client = _services.GetRequiredService<IHttpClientFactory>().CreateClient("client");
        for (var i = 0; i < times; i++)
            (await client.GetAsync(uri)).Dispose();
        return [.. Sent.TakeLast(times).Select(sent => sent.Uri.ToString())];
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class Recorder : HttpMessageHandler
    {
        public List<(Uri Uri, string? Host)> Sent { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Add((request.RequestUri!, request.Headers.Host));
            return Task.FromResult(new HttpResponseMessage { RequestMessage = request });
        }
    }
}
