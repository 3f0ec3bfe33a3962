namespace Aspire.Hosting.ApplicationModel;

/// <summary>Where an endpoint is reached once it has been given an address.</summary>
public class AllocatedEndpoint
{
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="address">Host name or address.</param>
    /// <param name="port">1 to 65535.</param>
    /// <param name="targetPortExpression">What the resource is told to listen on: a port or a DCP template.</param>
    public AllocatedEndpoint(EndpointAnnotation endpoint, string address, int port, string? targetPortExpression = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentOutOfRangeException.ThrowIfLessThan(port, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, 65535);
        Endpoint = endpoint;
        Address = address;
        Port = port;
        TargetPortExpression = targetPortExpression;
    }

    /// <summary>The endpoint.</summary>
    public EndpointAnnotation Endpoint { get; }

    /// <summary>Host name or address.</summary>
    public string Address { get; }

    /// <summary>The port clients use.</summary>
    public int Port { get; }

    /// <summary>What the resource is told to listen on.</summary>
    public string? TargetPortExpression { get; }

    /// <summary>The endpoint's scheme.</summary>
    public string UriScheme => Endpoint.UriScheme;

    /// <summary>host:port</summary>
    public string EndPointString => $"{Address}:{Port}";

    /// <summary>scheme://host:port</summary>
    public string UriString => $"{UriScheme}://{EndPointString}";

    /// <inheritdoc />
    public override string ToString() => UriString;
}
