using System.Security.Cryptography;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Orchestration;

/// <summary>The network in which containers find each other by the names of their resources.</summary>
internal sealed class ContainerNetwork(IControlPlane controlPlane, DistributedApplicationModel model)
{
    public static string Name => KnownNetworkIdentifiers.DefaultAspireContainerNetwork.Value;

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (!model.Resources.OfType<ContainerResource>().Any())
            return;
        // A container that outlives the application needs a network that does.
        var persistent = model.Resources.Any(ContainerLifetimes.IsPersistent);
        var name = persistent ? "aspire-persistent-network" : $"aspire-session-network-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        await controlPlane.CreateAsync(Kinds.ContainerNetwork, Name, new(name) { Persistent = persistent ? true : null }, null, cancellationToken).ConfigureAwait(false);
    }
}
