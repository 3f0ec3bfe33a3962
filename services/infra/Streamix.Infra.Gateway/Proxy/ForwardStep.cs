using Streamix.Infra.Gateway.Catalogue;
using Streamix.Infra.Gateway.Edge;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace Streamix.Infra.Gateway.Proxy;

/// <summary>Before the proxy balances the load: the version, its breaker, and another replica when a safe request failed.</summary>
internal sealed class ForwardStep(VersionChoice choice, Breakers breakers, IProxyStateLookup clusters)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RoutePlan>() is not { } plan)
        {
            await next(context);
            return;
        }

        if (Enter(plan.Service, context) is not { } breaker)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        try
        {
            await SafeRetry.InvokeAsync(context, next, plan.Service.Settings.Retries);
        }
        finally
        {
            Report(context, breaker);
        }
    }

    private Breaker? Enter(ServicePlan service, HttpContext context)
    {
        var chosen = choice.Choose(service, context);
        var shortest = TimeSpan.MaxValue;
        for (var i = 0; i < service.Versions.Count; i++)
        {
            var index = (chosen + i) % service.Versions.Count;
            var version = service.Versions[index];
            if (i > 0 && version.Weight == 0)
            {
                continue;
            }

            var breaker = breakers.Of(service, version);
            if (breaker.TryEnter(out var left))
            {
                Assign(context, index, version);
                return breaker;
            }

            shortest = left < shortest ? left : shortest;
        }

        context.Features.Set(new RestingVersion(shortest));
        return null;
    }

    /// <summary>A route's own cluster is that of the first version.</summary>
    private void Assign(HttpContext context, int index, VersionPlan version)
    {
        if (index > 0 && clusters.TryGetCluster(version.ClusterId, out var cluster))
        {
            context.ReassignProxyRequest(cluster);
        }
    }

    private static void Report(HttpContext context, Breaker breaker)
    {
        var error = context.Features.Get<IForwarderErrorFeature>()?.Error ?? ForwarderError.None;
        var timedOut = RouteTimeout.HasPassed(context);
        if (IsClient(error) && !timedOut)
        {
            breaker.Abandon();
            return;
        }

        breaker.Report(error == ForwarderError.None && !timedOut && context.Response.StatusCode is not (502 or 503 or 504));
    }

    private static bool IsClient(ForwarderError error) => error is
        ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled or ForwarderError.RequestBodyClient
        or ForwarderError.ResponseBodyCanceled or ForwarderError.ResponseBodyClient
        or ForwarderError.UpgradeRequestCanceled or ForwarderError.UpgradeRequestClient
        or ForwarderError.UpgradeResponseCanceled or ForwarderError.UpgradeResponseClient;
}
