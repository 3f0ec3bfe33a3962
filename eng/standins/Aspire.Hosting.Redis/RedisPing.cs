using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Redis;

/// <summary>AUTH and PING, as the RESP protocol has them.</summary>
internal sealed class RedisPing(RedisResource redis) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var client = new TcpClient();
            var port = int.Parse((await redis.Port.GetValueAsync(cancellationToken))!, CultureInfo.InvariantCulture);
            await client.ConnectAsync((await redis.Host.GetValueAsync(cancellationToken))!, port, cancellationToken);
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            if (redis.PasswordParameter is { } password)
                await AskAsync(client.GetStream(), reader, ["AUTH", (await password.GetValueAsync(cancellationToken))!], "+OK", cancellationToken);
            await AskAsync(client.GetStream(), reader, ["PING"], "+PONG", cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            return HealthCheckResult.Unhealthy(error.Message, error);
        }
    }

    private static async Task AskAsync(NetworkStream stream, StreamReader reader, string[] words, string expected, CancellationToken cancellationToken)
    {
        var request = $"*{words.Length}\r\n{string.Concat(words.Select(w => $"${Encoding.UTF8.GetByteCount(w)}\r\n{w}\r\n"))}";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), cancellationToken);
        var answer = await reader.ReadLineAsync(cancellationToken);
        if (answer != expected)
            throw new IOException($"Redis answered '{answer}' to {words[0]}.");
    }
}
