using Streamix.ServiceDefaults.Data;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Creating calls that may be repeated.</summary>
public static class IdempotencyExtensions
{
    /// <summary>
    /// Takes <c>Idempotency-Key</c> (1 to 255 visible characters), scoped by caller and route. The handler runs in one transaction
    /// of <typeparamref name="TDb"/> together with the record of its answer; a repeat gets that answer with <c>Idempotency-Replayed: true</c>,
    /// a repeat while the first still runs 409, another request under the same key 422. Server errors and refusals before the
    /// handler (401, 403, 422 of validation, 429) are not kept. Not for answers that carry secrets: they are stored until they expire.
    /// </summary>
    /// <param name="required">Refuse (400) a call without a key.</param>
    /// <param name="lifetime">How long the answer is kept; 24 hours unless told.</param>
    /// <param name="secrets">Top-level properties of the JSON body that do not tell two requests apart: a plain hash of a password must not be stored.</param>
    public static RouteHandlerBuilder WithIdempotency<TDb>(
        this RouteHandlerBuilder builder, bool required = false, TimeSpan? lifetime = null, params string[] secrets) where TDb : ServiceDb =>
        builder.WithMetadata(new IdempotentEndpoint(required, lifetime ?? TimeSpan.FromHours(24), secrets)).AddEndpointFilter<IdempotencyFilter<TDb>>();
}
