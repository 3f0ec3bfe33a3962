namespace Aspire.Hosting.Dashboard;

/// <summary>How the dashboard is reached and who may use it.</summary>
internal sealed class DashboardOptions
{
    /// <summary>Addresses of its pages, separated by semicolons; null lets the control plane choose a port.</summary>
    public string? Urls { get; set; }

    /// <summary>Address for OTLP over gRPC.</summary>
    public string? OtlpGrpcUrl { get; set; }

    /// <summary>Address for OTLP over HTTP; null: none.</summary>
    public string? OtlpHttpUrl { get; set; }

    /// <summary>Address of the resource service; null: any free port.</summary>
    public string? ResourceServiceUrl { get; set; }

    /// <summary>Lets a browser in; null: everybody.</summary>
    public string? BrowserToken { get; set; }

    /// <summary>Lets telemetry in; null: everybody's.</summary>
    public string? OtlpApiKey { get; set; }

    /// <summary>Lets readers of the telemetry API in; null: everybody.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Lets the dashboard in to the resource service; null: everybody.</summary>
    public string? ResourceServiceApiKey { get; set; }

    public string ApplicationName { get; set; } = "Aspire";
}
