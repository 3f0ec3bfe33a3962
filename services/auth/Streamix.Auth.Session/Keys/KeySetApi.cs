using Microsoft.AspNetCore.Http.HttpResults;

namespace Streamix.Auth.Session.Keys;

internal static class KeySetApi
{
    public static void MapKeySet(this IEndpointRouteBuilder app) =>
        app.MapGet("/.well-known/jwks.json", ReadAsync).AllowAnonymous().WithTags("Keys")
            .WithName("ReadKeySet").WithSummary("The public keys that verify our tokens (RFC 7517), those to come included");

    private static async Task<FileContentHttpResult> ReadAsync(KeyRings rings, HttpResponse response, CancellationToken cancellationToken)
    {
        var ring = await rings.GetAsync(cancellationToken);
        response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.Bytes(ring.Jwks, "application/jwk-set+json");
    }
}
