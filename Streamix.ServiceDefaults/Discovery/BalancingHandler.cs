using System.Net;

namespace Streamix.ServiceDefaults.Discovery;

/// <summary>Resolves the service name in a request and remembers how its address behaved. Sits inside the retries, so that each attempt picks anew.</summary>
internal sealed class BalancingHandler(EndpointBalancer balancer, TimeProvider time) : DelegatingHandler
{
    /// <summary>A call given up earlier says more about its caller than about the address.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var named = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        var (address, health) = await balancer.PickAsync(named, cancellationToken);
        request.RequestUri = address;
        var started = time.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout)
                health?.Failed(unreachable: false);
            else
                health?.Succeeded();
            return response;
        }
        catch (HttpRequestException e)
        {
            health?.Failed(e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError);
            throw;
        }
        catch (OperationCanceledException) when (time.GetElapsedTime(started) >= Slow)
        {
            health?.Failed(unreachable: false);
            throw;
        }
        finally
        {
            request.RequestUri = named;
        }
    }
}
