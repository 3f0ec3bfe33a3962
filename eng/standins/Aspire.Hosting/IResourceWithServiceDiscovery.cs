namespace Aspire.Hosting;

/// <summary>Resources whose endpoints <c>WithReference</c> hands to service discovery.</summary>
public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;
