using System.Net.Sockets;
using System.Text;

namespace Streamix.Testing.Engines;

/// <summary>A private Redis with its append-only file on. Each test class takes a key prefix of its own.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private static readonly Shared<RedisServer> Once = new(StartAsync);
    private readonly EngineProcess _process;
    private readonly int _port;

    private RedisServer(EngineProcess process, int port) => (_process, _port) = (process, port);

    /// <summary>host:port with the password, as StackExchange.Redis reads it.</summary>
    public string ConnectionString => $"127.0.0.1:{_port},password=test,abortConnect=false";

    /// <summary>The server that this test process shares.</summary>
    public static Task<RedisServer> SharedAsync() => Once.Task;

    /// <summary>A server of one's own, for tests that kill it.</summary>
    public static Task<RedisServer> StartAsync() => StartAsync("everysec");

    /// <summary>A server of one's own that forgets nothing it has acknowledged, as sessions are kept.</summary>
    public static Task<RedisServer> StartDurableAsync() => StartAsync("always");

    /// <summary>A key prefix nobody else uses.</summary>
    public static string CreatePrefix() => $"t{Guid.NewGuid():n}:";

    /// <summary>kill -9; the server comes back by itself.</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>kill -9, then waits until the restarted server answers.</summary>
    public async Task KillAndRestartAsync()
    {
        await _process.KillAsync();
        await ReadyAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task<RedisServer> StartAsync(string fsync)
    {
        var port = FreePorts.Take();
        var server = new RedisServer(EngineProcess.Start("redis", port, ("REDIS_PASSWORD", "test"), ("REDIS_FSYNC", fsync)), port);
        await server.ReadyAsync();
        return server;
    }

    private Task ReadyAsync() => _process.ReadyAsync(async () =>
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _port);
        var stream = client.GetStream();
        await stream.WriteAsync("AUTH test\r\nPING\r\n"u8.ToArray());
        var answer = new byte[64];
        var text = "";
        while (!text.Contains("PONG", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(answer);
            if (read == 0) return false;
            text += Encoding.ASCII.GetString(answer, 0, read);
            if (text.Contains("-", StringComparison.Ordinal)) return false; // an error, such as -LOADING just after a restart
        }
        return true;
    });
}
