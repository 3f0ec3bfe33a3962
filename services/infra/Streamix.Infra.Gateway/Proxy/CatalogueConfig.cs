using Microsoft.Extensions.Primitives;
using Yarp.ReverseProxy.Configuration;

namespace Streamix.Infra.Gateway.Proxy;

internal sealed record CatalogueConfig(IReadOnlyList<RouteConfig> Routes, IReadOnlyList<ClusterConfig> Clusters, IChangeToken ChangeToken) : IProxyConfig;
