using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace Streamix.Infra.Gateway.Edge;

/// <summary>CORS (Fetch standard) for the configured origins, which may change while we run.</summary>
internal sealed class OriginPolicy(IOptionsMonitor<EdgeOptions> options) : ICorsPolicyProvider
{
    private static readonly string[] Readable = [Correlation.Header, "RateLimit", "RateLimit-Policy", "Retry-After", "ETag", "Location", "Link"];
    private (EdgeOptions From, CorsPolicy Policy)? _made;

    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        var current = options.CurrentValue;
        var made = _made;
        if (made is null || !ReferenceEquals(made.Value.From, current))
        {
            _made = made = (current, Make(current));
        }

        return Task.FromResult<CorsPolicy?>(made.Value.Policy);
    }

    private static CorsPolicy Make(EdgeOptions options)
    {
        var builder = new CorsPolicyBuilder([.. options.Origins]).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders(Readable).SetPreflightMaxAge(TimeSpan.FromMinutes(10));
        return (options.Origins.Count > 0 ? builder.AllowCredentials() : builder).Build();
    }
}
