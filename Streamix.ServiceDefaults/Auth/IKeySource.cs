using Microsoft.Extensions.Options;

namespace Streamix.ServiceDefaults.Auth;

/// <summary>Where the issuer's key set comes from.</summary>
public interface IKeySource
{
    /// <summary>The key set as JSON (RFC 7517).</summary>
    Task<string> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>Reads it from <see cref="AuthOptions.Jwks"/>.</summary>
internal sealed class ConfiguredKeySource(IHttpClientFactory http, IOptions<AuthOptions> options) : IKeySource
{
    public const string Client = "auth-keys";
    private const int LargestDocument = 256 * 1024;

    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var jwks = options.Value.Jwks;
        if (jwks.StartsWith('{'))
            return jwks;

        using var client = http.CreateClient(Client);
        client.MaxResponseContentBufferSize = LargestDocument;
        return await client.GetStringAsync(jwks, cancellationToken);
    }
}
