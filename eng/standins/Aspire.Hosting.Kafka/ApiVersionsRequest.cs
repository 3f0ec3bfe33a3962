using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Kafka;

/// <summary>Healthy when the broker answers ApiVersions, version 0, without error.</summary>
internal sealed class ApiVersionsRequest(KafkaServerResource kafka) : IHealthCheck
{
    // Length 10, key 18, version 0, correlation 7, no client id.
    private static readonly byte[] Request = [0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 7, 0xff, 0xff];

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var client = new TcpClient();
            var port = int.Parse((await kafka.Port.GetValueAsync(cancellationToken))!, CultureInfo.InvariantCulture);
            await client.ConnectAsync((await kafka.Host.GetValueAsync(cancellationToken))!, port, cancellationToken);
            await client.GetStream().WriteAsync(Request, cancellationToken);
            var answer = new byte[10];
            await client.GetStream().ReadExactlyAsync(answer, cancellationToken);
            var error = BinaryPrimitives.ReadInt16BigEndian(answer.AsSpan(8));
            return error == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"The broker answered with error {error}.");
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            return HealthCheckResult.Unhealthy(error.Message, error);
        }
    }
}
