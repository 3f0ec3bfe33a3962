using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>One part of an endpoint's address.</summary>
public class EndpointReferenceExpression(EndpointReference endpointReference, EndpointProperty property) : IExpressionValue, IValueWithReferences
{
    /// <summary>Which endpoint.</summary>
    public EndpointReference Endpoint { get; } = endpointReference;

    /// <summary>Which part.</summary>
    public EndpointProperty Property { get; } = property;

    /// <inheritdoc />
    public string ValueExpression => $"{{{Endpoint.Resource.Name}.bindings.{Endpoint.EndpointName}.{ManifestName}}}";

    IEnumerable<object> IValueWithReferences.References => [Endpoint];

    private string ManifestName => Property switch
    {
        EndpointProperty.Url => "url",
        EndpointProperty.Host or EndpointProperty.IPV4Host => "host",
        EndpointProperty.Port => "port",
        EndpointProperty.Scheme => "scheme",
        EndpointProperty.TargetPort => "targetPort",
        EndpointProperty.HostAndPort => "hostAndPort",
        EndpointProperty.TlsEnabled => "tlsEnabled",
        _ => throw Unsupported(),
    };

    /// <summary>The part, once the endpoint has an address.</summary>
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => GetValueAsync(new ValueProviderContext(), cancellationToken);

    /// <summary>The part as the caller sees it, once the endpoint has an address.</summary>
    public async ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken = default)
    {
        if (Property == EndpointProperty.Scheme)
            return Endpoint.Scheme;
        if (Property == EndpointProperty.TlsEnabled)
            return Endpoint.TlsEnabled ? bool.TrueString : bool.FalseString;
        var allocated = await Endpoint.EndpointAnnotation.AllocationAsync(cancellationToken).ConfigureAwait(false);
        if (Property == EndpointProperty.TargetPort)
            return TargetPort(allocated);
        var (host, port) = EndpointAddress.SeenBy(context, Endpoint, allocated);
        return Property switch
        {
            EndpointProperty.Url => $"{Endpoint.Scheme}://{host}:{port}",
            EndpointProperty.Host => host,
            EndpointProperty.IPV4Host => host is "localhost" ? "127.0.0.1" : host,
            EndpointProperty.Port => port.ToString(CultureInfo.InvariantCulture),
            EndpointProperty.HostAndPort => $"{host}:{port}",
            _ => throw Unsupported(),
        };
    }

    private string TargetPort(AllocatedEndpoint allocated) =>
        Endpoint.TargetPort?.ToString(CultureInfo.InvariantCulture)
        ?? allocated.TargetPortExpression
        ?? throw new InvalidOperationException("The endpoint does not have an associated TargetPortExpression from the orchestrator.");

    private InvalidOperationException Unsupported() => new($"The property '{Property}' is not supported for the endpoint '{Endpoint.EndpointName}'.");
}
