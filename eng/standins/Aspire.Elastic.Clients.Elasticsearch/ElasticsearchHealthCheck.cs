using Elastic.Clients.Elasticsearch;
using Elastic.Transport;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Elastic.Clients.Elasticsearch;

internal sealed class ElasticsearchHealthCheck(ElasticsearchClient client) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var answer = await client.Transport.RequestAsync<StringResponse>(global::Elastic.Transport.HttpMethod.HEAD, "/", cancellationToken);
        return answer.ApiCallDetails.HasSuccessfulStatusCode
            ? HealthCheckResult.Healthy()
            : new HealthCheckResult(context.Registration.FailureStatus, exception: answer.ApiCallDetails.OriginalException);
    }
}
