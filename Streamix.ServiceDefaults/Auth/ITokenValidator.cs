namespace Streamix.ServiceDefaults.Auth;

/// <summary>Checks access tokens: ES256 only, issuer, audience and lifetime pinned.</summary>
public interface ITokenValidator
{
    /// <summary>The user's token, or null when it is not valid.</summary>
    /// <exception cref="KeysUnavailableException">The issuer's keys have never been read and cannot be now.</exception>
    ValueTask<UserToken?> ValidateUserAsync(string token, CancellationToken cancellationToken);

    /// <summary>The service's token, or null when it is not valid.</summary>
    /// <exception cref="KeysUnavailableException">The issuer's keys have never been read and cannot be now.</exception>
    ValueTask<ServiceToken?> ValidateServiceAsync(string token, CancellationToken cancellationToken);
}
