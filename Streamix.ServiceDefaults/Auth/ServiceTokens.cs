using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Auth;

/// <summary>Client credentials (RFC 6749, 4.4) with a cache: one request at a time, renewed when four fifths of a token's life are over.</summary>
internal sealed partial class ServiceTokens(IHttpClientFactory http, IOptions<AuthOptions> options, ServiceIdentity identity, TimeProvider time, ILogger<ServiceTokens> logger)
    : IServiceTokens, IDisposable
{
    public const string Client = "auth-tokens";
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _asking = new(1, 1);
    private volatile Held? _held;

    public ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (options.Value.ClientSecret is not { Length: > 0 } secret)
            return new((string?)null);
        return _held is { } held && time.GetUtcNow() < held.RenewAt ? new(held.Token) : new(RenewAsync(secret, cancellationToken));
    }

    public void Dispose() => _asking.Dispose();

    private async Task<string?> RenewAsync(string secret, CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            if (_held is { } held && time.GetUtcNow() < held.RenewAt)
                return held.Token;
            _held = await AskAsync(secret, cancellationToken);
            return _held.Token;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            if (_held is not { } old || time.GetUtcNow() >= old.ExpiresAt - Margin)
                throw new DependencyUnavailableException("auth-session", e);
            Log.NotRenewed(logger, e);
            _held = old with { RenewAt = time.GetUtcNow() + Margin };
            return old.Token;
        }
        finally
        {
            _asking.Release();
        }
    }

    private async Task<Held> AskAsync(string secret, CancellationToken cancellationToken)
    {
        var id = options.Value.ClientId ?? identity.Name;
        using var client = http.CreateClient(Client);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.TokenEndpoint)
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };
        var credentials = $"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}";
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));

        using var response = await client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<Answer>(cancellationToken) ?? throw new InvalidOperationException("The issuer answered nothing.");
        var (now, life) = (time.GetUtcNow(), TimeSpan.FromSeconds(answer.ExpiresIn));
        return new(answer.AccessToken, now + life * 0.8, now + life);
    }

    private sealed record Held(string Token, DateTimeOffset RenewAt, DateTimeOffset ExpiresAt);

    private sealed record Answer([property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] long ExpiresIn);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The service token could not be renewed; the present one is used while it lasts")]
        public static partial void NotRenewed(ILogger logger, Exception exception);
    }
}
