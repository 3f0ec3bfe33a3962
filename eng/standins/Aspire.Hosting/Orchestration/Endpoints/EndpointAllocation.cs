using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.Orchestration.Endpoints;

/// <summary>Gives every endpoint its address before anything runs, so that each resource can be told those of the others.</summary>
internal sealed class EndpointAllocation(IControlPlane controlPlane, IOptions<DcpOptions> options, TimeProvider time)
{
    // A port may still be on its way back from an earlier run.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <exception cref="DistributedApplicationException">A port is taken.</exception>
    public async Task<ILookup<IResource, ServedEndpoint>> AllocateAsync(IEnumerable<IResource> resources, CancellationToken cancellationToken)
    {
        var names = new ServiceNames();
        var served = new List<ServedEndpoint>();
        foreach (var resource in resources)
        {
            foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
            {
                EndpointRules.Check(resource, endpoint);
                if (!endpoint.IsProxied)
                    endpoint.TargetPort ??= FreePort();
                served.Add(new(resource, endpoint, names.For(resource, endpoint)));
            }
        }
        await Task.WhenAll(served.Select(e => CreateAsync(e, cancellationToken))).ConfigureAwait(false);
        foreach (var endpoint in served.Where(e => !e.Endpoint.IsProxied))
            endpoint.Allocate(endpoint.Endpoint.Port ?? endpoint.Endpoint.TargetPort!.Value);
        await AwaitProxiesAsync(served.Where(e => e.Endpoint.IsProxied).ToDictionary(e => e.Service), cancellationToken).ConfigureAwait(false);
        return served.ToLookup(e => e.Resource);
    }

    private Task CreateAsync(ServedEndpoint endpoint, CancellationToken cancellationToken) => controlPlane.CreateAsync(
        Kinds.Service,
        endpoint.Service,
        endpoint.Spec(options.Value.RandomizePorts),
        new Dictionary<string, string> { [Annotations.ResourceName] = endpoint.Resource.Name },
        cancellationToken);

    private async Task AwaitProxiesAsync(Dictionary<string, ServedEndpoint> waiting, CancellationToken cancellationToken)
    {
        if (waiting.Count == 0)
            return;
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await foreach (var change in controlPlane.WatchAsync(Kinds.Service, either.Token).ConfigureAwait(false))
            {
                if (change.Object.Status?.EffectivePort is > 0 and var port && waiting.Remove(change.Object.Metadata.Name, out var endpoint))
                    endpoint.Allocate(port);
                if (waiting.Count == 0)
                    return;
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new DistributedApplicationException(string.Join(Environment.NewLine, waiting.Values.Select(Refusal)));
        }
    }

    private static string Refusal(ServedEndpoint endpoint) => endpoint.Endpoint.Port is { } port
        ? $"Port {port} of endpoint '{endpoint.Endpoint.Name}' of '{endpoint.Resource.Name}' is taken by another process."
        : $"The control plane found no port for endpoint '{endpoint.Endpoint.Name}' of '{endpoint.Resource.Name}'.";

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
