using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Elasticsearch;

/// <summary>Healthy when the cluster answers and is not red.</summary>
internal sealed class ClusterHealth(ElasticsearchResource elasticsearch, IHttpClientFactory clients) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var client = clients.CreateClient();
            var address = new Uri(new Uri((await elasticsearch.PrimaryEndpoint.GetValueAsync(cancellationToken))!), "_cluster/health");
            var credentials = $"{ElasticsearchResource.UserName}:{await elasticsearch.PasswordParameter.GetValueAsync(cancellationToken)}";
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
            using var response = await client.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode && !body.Contains("\"status\":\"red\"", StringComparison.Ordinal)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"The cluster answered {(int)response.StatusCode}.");
        }
        catch (HttpRequestException error)
        {
            return HealthCheckResult.Unhealthy(error.Message, error);
        }
    }
}
