using Aspire.Hosting.Dashboard;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.Orchestration.Objects;

/// <summary>Sends telemetry to where the dashboard listens, when that is not where the configuration says.</summary>
internal sealed class OtlpEndpoint(DistributedApplicationModel model, IOptions<DashboardOptions> options)
{
    private const string Variable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Default = "http://localhost:18889";

    public async Task<IReadOnlyDictionary<string, string>> CorrectAsync(IResource resource, IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken)
    {
        if (!variables.TryGetValue(Variable, out var configured) || !IsOwn(configured))
            return variables;
        if (!model.Resources.TryGetByName(DashboardResource.Name, out var dashboard))
            return variables;
        var protocol = variables.GetValueOrDefault("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc");
        var endpoint = new EndpointReference((IResourceWithEndpoints)dashboard, protocol == "grpc" ? DashboardResource.OtlpGrpcEndpoint : DashboardResource.OtlpHttpEndpoint);
        if (!endpoint.Exists || await endpoint.GetValueAsync(new ValueProviderContext { Caller = resource }, cancellationToken).ConfigureAwait(false) is not { } actual)
            return variables;
        return new Dictionary<string, string>(variables, StringComparer.Ordinal) { [Variable] = actual };
    }

    private bool IsOwn(string url) => url == Default || url == options.Value.OtlpGrpcUrl || url == options.Value.OtlpHttpUrl;
}
