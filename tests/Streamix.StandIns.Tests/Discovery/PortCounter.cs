using System.Collections.Concurrent;

namespace Streamix.StandIns.Tests.Discovery;

internal sealed class PortCounter : HttpMessageHandler
{
    public ConcurrentDictionary<int, int> Ports { get; } = new();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Ports.AddOrUpdate(request.RequestUri!.Port, 1, (_, count) => count + 1);
        return Task.FromResult(new HttpResponseMessage());
    }
}
