using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>What a caller asks for: <c>https+http://_endpoint.service</c>, each part but the service optional.</summary>
public sealed class ServiceEndpointQuery
{
    private readonly string _text;

    private ServiceEndpointQuery(string text, string[] schemes, string service, string? endpoint)
        => (_text, IncludedSchemes, ServiceName, EndpointName) = (text, schemes, service, endpoint);

    /// <summary>Wanted schemes, the preferred first; empty when any will do.</summary>
    public IReadOnlyList<string> IncludedSchemes { get; }

    /// <summary>The named endpoint of the service, if one is asked for.</summary>
    public string? EndpointName { get; }

    /// <summary>The service, without port.</summary>
    public string ServiceName { get; }

    /// <summary>Reads a query; false when <paramref name="input"/> is no host and no URI.</summary>
    public static bool TryParse(string input, [NotNullWhen(true)] out ServiceEndpointQuery? query)
    {
        query = null;
        if (string.IsNullOrEmpty(input))
            return false;

        var hasScheme = input.Contains("://", StringComparison.Ordinal);
        if (!Uri.TryCreate(hasScheme ? input : $"any://{input}", UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return false;

        var (endpoint, service) = SplitHost(uri.Host);
        query = new(input, hasScheme ? uri.Scheme.Split('+') : [], service, endpoint);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => _text;

    internal static (string? Endpoint, string Service) SplitHost(string host)
    {
        var dot = host.IndexOf('.', StringComparison.Ordinal);
        return host[0] == '_' && dot > 1 && dot < host.Length - 1 ? (host[1..dot], host[(dot + 1)..]) : (null, host);
    }
}
