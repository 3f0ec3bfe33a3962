using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace Streamix.Testing.Engines;

/// <summary>A private RabbitMQ with its management API. Each test class takes a virtual host of its own.</summary>
public sealed class RabbitServer : IAsyncDisposable
{
    private static readonly Shared<RabbitServer> Once = new(StartAsync);
    private readonly EngineProcess _process;
    private readonly int _port;
    private readonly HttpClient _management;

    private RabbitServer(EngineProcess process, int port, int managementPort)
    {
        (_process, _port) = (process, port);
        _management = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{managementPort}/api/"), Timeout = TimeSpan.FromSeconds(5) };
        _management.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes("streamix:test")));
    }

    /// <summary>The server that this test process shares.</summary>
    public static Task<RabbitServer> SharedAsync() => Once.Task;

    /// <summary>A server of one's own, for tests that kill it.</summary>
    public static async Task<RabbitServer> StartAsync()
    {
        var port = FreePorts.Take(count: 4);
        var process = EngineProcess.Start("rabbitmq", port,
            ("RABBITMQ_PASSWORD", "test"), ("RABBITMQ_NODE", $"test{port}"), ("RABBITMQ_MANAGEMENT_PORT", $"{port + 3}"));
        var server = new RabbitServer(process, port, port + 3);
        await server.ReadyAsync();
        return server;
    }

    /// <summary>Creates an empty virtual host and answers its amqp address.</summary>
    public async Task<string> CreateVhostAsync()
    {
        var name = $"t{Guid.NewGuid():n}";
        using var made = await _management.PutAsJsonAsync($"vhosts/{name}", new { });
        made.EnsureSuccessStatusCode();
        using var allowed = await _management.PutAsJsonAsync($"permissions/{name}/streamix", new { configure = ".*", write = ".*", read = ".*" });
        allowed.EnsureSuccessStatusCode();
        return $"amqp://streamix:test@127.0.0.1:{_port}/{name}";
    }

    /// <summary>kill -9; the broker comes back by itself within seconds.</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>kill -9, then waits until the restarted broker answers.</summary>
    public async Task KillAndRestartAsync()
    {
        await _process.KillAsync();
        await ReadyAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _management.Dispose();
        await _process.DisposeAsync();
    }

    private Task ReadyAsync() => _process.ReadyAsync(async () =>
    {
        using var answer = await _management.GetAsync("health/checks/port-listener/" + _port);
        return answer.IsSuccessStatusCode;
    }, TimeSpan.FromSeconds(90));
}
