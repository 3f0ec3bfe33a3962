using Microsoft.AspNetCore.Http.Features;
using Streamix.Infra.Gateway.Sessions;

namespace Streamix.Infra.Gateway.Edge;

/// <summary>What the edge found out about a request; a feature of its context.</summary>
internal sealed class EdgeCall
{
    public required string CorrelationId { get; init; }
    public EdgeSession? Session { get; set; }
    public bool FromCookie { get; set; }

    public static EdgeCall Of(HttpContext context) => context.Features.GetRequiredFeature<EdgeCall>();
}
