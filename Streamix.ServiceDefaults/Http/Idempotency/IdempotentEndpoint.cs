namespace Streamix.ServiceDefaults.Http;

/// <summary>Marks an endpoint that takes <c>Idempotency-Key</c>.</summary>
internal sealed record IdempotentEndpoint(bool Required, TimeSpan Lifetime, IReadOnlyList<string> Secrets);
