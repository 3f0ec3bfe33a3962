using System.Net.Sockets;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A port a resource listens on.</summary>
public sealed class EndpointAnnotation : IResourceAnnotation
{
    private readonly TaskCompletionSource<AllocatedEndpoint> allocation = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int? port;
    private int? targetPort;
    private bool? isProxied;

    /// <param name="protocol">Tcp or Udp.</param>
    /// <param name="uriScheme">By default the protocol's name.</param>
    /// <param name="transport">http, http2 or tcp; by default http for http and https.</param>
    /// <param name="name">By default the scheme.</param>
    /// <param name="port">The port clients use; null lets the orchestrator choose.</param>
    /// <param name="targetPort">The port the resource listens on; null lets the orchestrator choose.</param>
    /// <param name="isExternal">Whether it is reachable from outside when deployed.</param>
    /// <param name="isProxied">Whether clients talk to a proxy in front of it; yes by default.</param>
    public EndpointAnnotation(ProtocolType protocol, string? uriScheme = null, string? transport = null, string? name = null, int? port = null, int? targetPort = null, bool? isExternal = null, bool? isProxied = null)
    {
        if (name is not null)
            ResourceName.Validate("Endpoint", name);
        Protocol = protocol;
#pragma warning disable CA1308 // schemes are lower case
        UriScheme = uriScheme ?? protocol.ToString().ToLowerInvariant();
#pragma warning restore CA1308
        Transport = transport ?? (UriScheme is "http" or "https" ? "http" : Protocol.ToString().ToLowerInvariant());
        Name = name ?? UriScheme;
        this.port = port;
        this.targetPort = targetPort;
        IsExternal = isExternal ?? false;
        this.isProxied = isProxied;
        TlsEnabled = UriScheme == "https";
    }

    /// <summary>Tcp or Udp.</summary>
    public ProtocolType Protocol { get; set; }

    /// <summary>Unique in the resource.</summary>
    public string Name { get; set; }

    /// <summary>Scheme of its URL.</summary>
    public string UriScheme { get; set; }

    /// <summary>http, http2 or tcp.</summary>
    public string Transport { get; set; }

    /// <summary>Host to listen on: localhost, or an address, or * for all.</summary>
    public string TargetHost { get; set; } = "localhost";

    /// <summary>The port clients use. Without a proxy it is the target port too.</summary>
    public int? Port
    {
        get => port ?? (IsProxied ? null : targetPort);
        set => port = value;
    }

    /// <summary>The port the resource listens on. Without a proxy it is the clients' port too.</summary>
    public int? TargetPort
    {
        get => targetPort ?? (IsProxied ? null : port);
        set => targetPort = value;
    }

    /// <summary>Whether it is reachable from outside when deployed.</summary>
    public bool IsExternal { get; set; }

    /// <summary>Whether clients talk to a proxy in front of it.</summary>
    public bool IsProxied
    {
        get => isProxied ?? true;
        set => isProxied = value;
    }

    /// <summary>Whether clients use TLS.</summary>
    public bool TlsEnabled { get; set; }

    /// <summary>Whether <c>WithReference</c> leaves it out.</summary>
    public bool ExcludeReferenceEndpoint { get; set; }

    /// <summary>Its address; null until the orchestrator has set it. Set once.</summary>
    public AllocatedEndpoint? AllocatedEndpoint
    {
        get => allocation.Task.IsCompletedSuccessfully ? allocation.Task.Result : null;
        set
        {
            if (value is null)
                allocation.TrySetException(new InvalidOperationException($"The endpoint `{Name}` is not allocated"));
            else
                allocation.TrySetResult(value);
        }
    }

    internal bool FromLaunchProfile { get; init; }

    internal Task<AllocatedEndpoint> AllocationAsync(CancellationToken cancellationToken) => allocation.Task.WaitAsync(cancellationToken);
}
