namespace Streamix.AppHost.Backing;

/// <summary>An S3 store of this machine: how services connect to it, and where browsers find it by the addresses that services sign.</summary>
internal sealed record ObjectStore(IResourceBuilder<ConnectionStringResource> Connection, EndpointReference Door);
