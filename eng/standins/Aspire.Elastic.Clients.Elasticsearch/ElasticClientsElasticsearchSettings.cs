using System.Data.Common;

namespace Aspire.Elastic.Clients.Elasticsearch;

/// <summary>How the client reaches Elasticsearch. Read from <c>Aspire:Elastic:Clients:Elasticsearch</c>, then its sub-section named after the connection.</summary>
public sealed class ElasticClientsElasticsearchSettings
{
    /// <summary>The server; <c>ConnectionStrings:{name}</c> takes precedence.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Switches off the health check.</summary>
    public bool DisableHealthChecks { get; set; }

    /// <summary>How long the health check waits, in milliseconds.</summary>
    public int? HealthCheckTimeout { get; set; }

    /// <summary>Switches off traces.</summary>
    public bool DisableTracing { get; set; }

    /// <summary>An address, or <c>Endpoint=…</c>.</summary>
    internal void ParseConnectionString(string connectionString)
    {
        if (Uri.TryCreate(connectionString, UriKind.Absolute, out var uri))
        {
            Endpoint = uri;
            return;
        }
        DbConnectionStringBuilder parts = new() { ConnectionString = connectionString };
        if (parts.TryGetValue(nameof(Endpoint), out var endpoint) && Uri.TryCreate(endpoint.ToString(), UriKind.Absolute, out uri))
            Endpoint = uri;
    }
}
