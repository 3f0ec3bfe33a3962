using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Auth;

/// <summary>This service's own token.</summary>
public interface IServiceTokens
{
    /// <summary>A token valid for some time yet, or null when this service has no secret.</summary>
    /// <exception cref="DependencyUnavailableException">The issuer does not answer and no token is left.</exception>
    ValueTask<string?> GetAsync(CancellationToken cancellationToken);
}
