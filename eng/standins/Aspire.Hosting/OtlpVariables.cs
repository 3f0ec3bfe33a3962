using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

internal static class OtlpVariables
{
    private const string Milliseconds = "1000";

    public static void Add(Dictionary<string, object> variables, IConfiguration configuration, IHostEnvironment environment, OtlpProtocol? required)
    {
        var (endpoint, protocol) = Endpoint(configuration, required);
        variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint;
        variables["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol;
        // Replicas share one description: DCP fills in who each of them is.
        variables["OTEL_RESOURCE_ATTRIBUTES"] = "service.instance.id={{- index .Annotations \"otel-service-instance-id\" -}}";
        variables["OTEL_SERVICE_NAME"] = "{{- index .Annotations \"otel-service-name\" -}}";
        if (configuration["AppHost:OtlpApiKey"] is { Length: > 0 } key)
            variables["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-otlp-api-key={key}";
        if (!environment.IsDevelopment())
            return;
        variables["OTEL_BLRP_SCHEDULE_DELAY"] = Milliseconds;
        variables["OTEL_BSP_SCHEDULE_DELAY"] = Milliseconds;
        variables["OTEL_METRIC_EXPORT_INTERVAL"] = Milliseconds;
        variables["OTEL_TRACES_SAMPLER"] = "always_on";
        variables["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based";
    }

    private static (string Endpoint, string Protocol) Endpoint(IConfiguration configuration, OtlpProtocol? required)
    {
        var grpc = configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] ?? configuration["DOTNET_DASHBOARD_OTLP_ENDPOINT_URL"];
        var http = configuration["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] ?? configuration["DOTNET_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"];
        return required switch
        {
            OtlpProtocol.HttpProtobuf => (http ?? throw Missing("HTTP"), "http/protobuf"),
            OtlpProtocol.HttpJson => (http ?? throw Missing("HTTP"), "http/json"),
            OtlpProtocol.Grpc => (grpc ?? throw Missing("gRPC"), "grpc"),
            _ when grpc is not null => (grpc, "grpc"),
            _ when http is not null => (http, "http/protobuf"),
            _ => ("http://localhost:18889", "grpc"),
        };
    }

    private static InvalidOperationException Missing(string protocol) => new($"OtlpExporter is configured to require {protocol}, but no endpoint was configured for it.");
}
