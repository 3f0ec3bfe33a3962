using System.Globalization;
using System.Net.Sockets;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.RabbitMQ;

/// <summary>Healthy when the server answers AMQP 0-9-1's protocol header with a method frame (Connection.Start).</summary>
internal sealed class AmqpGreeting(RabbitMQServerResource rabbit) : IHealthCheck
{
    private const byte MethodFrame = 1;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var client = new TcpClient();
            var port = int.Parse((await rabbit.Port.GetValueAsync(cancellationToken))!, CultureInfo.InvariantCulture);
            await client.ConnectAsync((await rabbit.Host.GetValueAsync(cancellationToken))!, port, cancellationToken);
            await client.GetStream().WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray(), cancellationToken);
            var answer = new byte[1];
            await client.GetStream().ReadExactlyAsync(answer, cancellationToken);
            return answer[0] == MethodFrame ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The server speaks another protocol.");
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            return HealthCheckResult.Unhealthy(error.Message, error);
        }
    }
}
