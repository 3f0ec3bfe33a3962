using Streamix.Infra.Gateway.Catalogue;
using Streamix.Infra.Gateway.Edge;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Streamix.Infra.Gateway.Proxy;

internal sealed class Rewrites(SecurityHeaders security, CatalogueStore store) : ITransformProvider
{
    public void ValidateRoute(TransformRouteValidationContext context)
    {
    }

    public void ValidateCluster(TransformClusterValidationContext context)
    {
    }

    public void Apply(TransformBuilderContext context)
    {
        var stripped = context.Route.Match.Path?.StartsWith(Planning.PublicPrefix + "/", StringComparison.OrdinalIgnoreCase) == true;
        var known = store.Current.RoutesById.TryGetValue(context.Route.RouteId, out var plan);
        var pages = known && plan!.Service.Settings.Pages;
        context.UseDefaultForwarders = false;
        context.RequestTransforms.Add(known && plan!.Prefix is { } prefix ? new RequestRewrite(prefix, OperationRoutes.ServicePath) : stripped ? new RequestRewrite(Planning.PublicPrefix) : new RequestRewrite(null));
        context.ResponseTransforms.Add(new ResponseRewrite(security, pages, stripped));
    }
}
