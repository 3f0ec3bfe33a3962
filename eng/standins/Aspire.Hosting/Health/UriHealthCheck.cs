using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Health;

/// <summary>Healthy when GET answers with the expected status within ten seconds.</summary>
internal sealed class UriHealthCheck(Func<CancellationToken, ValueTask<Uri?>> address, int expectedStatus, IHttpClientFactory clients, string clientName) : IHealthCheck
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (await address(cancellationToken).ConfigureAwait(false) is not { } uri)
            return HealthCheckResult.Unhealthy("The endpoint has no address yet.");
        var shown = uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Timeout);
        try
        {
            using var client = clients.CreateClient(clientName);
            using var response = await client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            return (int)response.StatusCode == expectedStatus
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"Request to {shown} returned {(int)response.StatusCode} {response.StatusCode}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"Request to {shown} timed out");
        }
        catch (HttpRequestException error)
        {
            return HealthCheckResult.Unhealthy($"Failed to connect to {shown}", error);
        }
    }
}
