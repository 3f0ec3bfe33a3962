using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using Streamix.Infra.Gateway.Catalogue;
using Streamix.Infra.Gateway.Edge;
using Streamix.Infra.Gateway.Limits;

namespace Streamix.Infra.Gateway.Admin;

/// <summary>Which route and policies a request would meet.</summary>
internal sealed class Explainer(RouteProbe probe, Topology topology, IOptionsMonitor<LimitsOptions> limits)
{
    public async Task<Explanation> ExplainAsync(string method, string target, IServiceProvider services)
    {
        var blank = new Explanation { Method = method.ToUpperInvariant(), Path = target, Meets = "nothing" };
        if (PathGuard.Check(target) != PathVerdict.Clean)
        {
            return blank with { Meets = "hidden" };
        }

        var path = PathString.FromUriComponent(target.Split('?')[0]);
        var endpoint = await probe.MatchAsync(blank.Method, path, services);
        if (endpoint?.Metadata.GetMetadata<RoutePolicy>() is not { } policy)
        {
            return blank;
        }

        var found = WithPolicy(blank, policy, endpoint);
        return endpoint.Metadata.GetMetadata<RoutePlan>() is { } plan ? WithPlan(found, plan, path)
            : endpoint.Metadata.GetMetadata<ViewPlan>() is { } view ? found with { Meets = "view", Parts = [.. view.Parts.Select(p => $"{p.Name}: {p.Resource}{p.Path} within {p.Budget.TotalMilliseconds} ms{(p.Required ? ", required" : "")}")] }
            : found;
    }

    private Explanation WithPolicy(Explanation blank, RoutePolicy policy, Endpoint endpoint) => blank with
    {
        Meets = "gateway",
        Route = policy.RouteId,
        Pattern = (endpoint as RouteEndpoint)?.RoutePattern.RawText,
        Access = policy.Access.Text,
        Limits = Limits(policy.Class),
        MaxBodyBytes = policy.MaxBodyBytes,
        Consumes = policy.Consumes,
        OriginChecked = blank.Method is not ("GET" or "HEAD" or "OPTIONS"),
    };

    private Explanation WithPlan(Explanation found, RoutePlan plan, PathString path) => found with
    {
        Meets = "route",
        Timeout = plan.Timeout,
        Retries = found.OriginChecked ? 0 : plan.Service.Settings.Retries,
        ServicePath = plan.Prefix is { } prefix ? OperationRoutes.ServicePath + path.Value![prefix.Length..] : path.StartsWithSegments(Planning.PublicPrefix, StringComparison.OrdinalIgnoreCase, out var rest) ? rest.Value : path.Value,
        Service = topology.Of(plan.Service),
    };

    private LimitsView Limits(string name)
    {
        var found = limits.CurrentValue.Classes.GetValueOrDefault(name);
        return new LimitsView(name, Text(found?.User), Text(found?.Address));
    }

    [return: NotNullIfNotNull(nameof(rule))]
    private static string? Text(LimitRule? rule) => rule is null ? null : $"{rule.Permits} in {rule.Window.TotalSeconds} s, {rule.Size} at once";
}
