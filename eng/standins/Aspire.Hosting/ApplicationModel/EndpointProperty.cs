namespace Aspire.Hosting.ApplicationModel;

/// <summary>A part of an endpoint's address.</summary>
public enum EndpointProperty
{
    /// <summary>scheme://host:port</summary>
    Url = 0,

    /// <summary>The host clients use.</summary>
    Host = 1,

    /// <summary>127.0.0.1, for clients that cannot resolve localhost.</summary>
    IPV4Host = 2,

    /// <summary>The port clients use.</summary>
    Port = 3,

    /// <summary>The scheme.</summary>
    Scheme = 4,

    /// <summary>The port the resource itself listens on.</summary>
    TargetPort = 5,

    /// <summary>host:port</summary>
    HostAndPort = 6,

    /// <summary>True or False.</summary>
    TlsEnabled = 7,
}
