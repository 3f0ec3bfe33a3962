namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>The name to send as Host and in TLS for an address.</summary>
public interface IHostNameFeature
{
    /// <summary>The host name.</summary>
    string HostName { get; }
}
