using Microsoft.AspNetCore.Routing.Patterns;

namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>Two routes that match the same requests would make each such request fail, so they are refused at load.</summary>
internal static class OverlapCheck
{
    public static IEnumerable<CatalogueError> Find(IReadOnlyList<RoutePlan> routes, IReadOnlyList<ViewPlan> views)
    {
        var all = routes.Select(r => (r.Id, Shape: Shape(r.Pattern), r.Methods))
            .Concat(views.Select(v => (Id: v.Policy.RouteId, Shape: Shape(v.Pattern), Methods: (IReadOnlyList<string>)["GET"])));
        foreach (var same in all.Where(r => r.Shape.Length > 0).GroupBy(r => r.Shape, StringComparer.OrdinalIgnoreCase))
        {
            var list = same.ToList();
            for (var i = 0; i < list.Count; i++)
            {
                for (var j = i + 1; j < list.Count; j++)
                {
                    if (Overlap(list[i].Methods, list[j].Methods))
                    {
                        yield return new CatalogueError("catalogue", same.Key, $"routes {list[i].Id} and {list[j].Id} match the same requests.");
                    }
                }
            }
        }
    }

    private static bool Overlap(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count == other.Count && (one.Count == 0 || one.Intersect(other, StringComparer.Ordinal).Any())
        || (one.Count > 0 && other.Count > 0 && one.Intersect(other, StringComparer.Ordinal).Any());

    private static string Shape(string pattern)
    {
        try
        {
            return string.Join('/', RoutePatternFactory.Parse(pattern).PathSegments.Select(s => string.Concat(s.Parts.Select(Shape))));
        }
        catch (RoutePatternException)
        {
            return "";
        }
    }

    private static string Shape(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart { IsCatchAll: true } => "{**}",
        RoutePatternParameterPart parameter => "{" + string.Join(':', parameter.ParameterPolicies.Select(p => p.Content)) + "}",
        _ => "",
    };
}
