using System.Collections.Concurrent;
using System.Text.Json;
using Jose;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Privacy.Sealing;

/// <summary>
/// The public keys of others. Only the very first need of one waits, and not for long: whoever seals often holds locks. From then on the known
/// key serves while it is renewed beside, or its owner is away. One read at a time for all who need it.
/// </summary>
internal sealed partial class RecipientKeys(IHttpClientFactory http, IOptions<SealingOptions> options, TimeProvider time, ILogger<RecipientKeys> logger)
{
    public const string Client = "sealing-keys";
    private const int LargestDocument = 64 * 1024;
    private static readonly TimeSpan CoolDown = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, Held> _held = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<Jwk>>> _readings = new(StringComparer.Ordinal);

    public async ValueTask<Jwk> FindAsync(string recipient, CancellationToken cancellationToken)
    {
        if (_held.GetValueOrDefault(recipient) is not { } known)
            return await ReadingOf(recipient).WaitAsync(cancellationToken);
        if (time.GetUtcNow() >= known.RenewAt)
            _ = ReadingOf(recipient);
        return known.Key;
    }

    /// <summary>The read under way, or a new one. It belongs to nobody's request: neither its cancellation nor its caller goes along.</summary>
    private Task<Jwk> ReadingOf(string recipient) => _readings.GetOrAdd(recipient, name => new(() =>
    {
        using (ExecutionContext.SuppressFlow())
            return Task.Run(() => RenewAsync(name));
    })).Value;

    private async Task<Jwk> RenewAsync(string recipient)
    {
        var known = _held.GetValueOrDefault(recipient);
        try
        {
            using var patience = new CancellationTokenSource(options.Value.KeysPatience, time);
            var key = Parse(await ReadAsync(recipient, patience.Token));
            _held[recipient] = new(key, time.GetUtcNow() + options.Value.KeysLifetime);
            return key;
        }
        catch (Exception e)
        {
            if (known is null)
                throw new DependencyUnavailableException(recipient, e);
            Log.NotRenewed(logger, recipient, e);
            _held[recipient] = known with { RenewAt = time.GetUtcNow() + CoolDown };
            return known.Key;
        }
        finally
        {
            _readings.TryRemove(recipient, out _);
        }
    }

    private async Task<string> ReadAsync(string recipient, CancellationToken cancellationToken)
    {
        var source = options.Value.Recipients.TryGetValue(recipient, out var configured) ? configured : $"https+http://{recipient}{SealingExtensions.KeysPath}";
        if (source.StartsWith('{'))
            return source;
        using var client = http.CreateClient(Client);
        client.MaxResponseContentBufferSize = LargestDocument;
        return await client.GetStringAsync(source, cancellationToken);
    }

    private static Jwk Parse(string json)
    {
        var key = JsonSerializer.Deserialize<SealingKeySet>(json, JsonDefaults.Options)?.Keys.FirstOrDefault(k => k is { Kty: "EC", Crv: "P-256", Use: "enc", Kid.Length: > 0 })
            ?? throw new InvalidOperationException("The key set has no P-256 key to seal for.");
        return new Jwk { Kty = key.Kty, Crv = key.Crv, X = key.X, Y = key.Y, KeyId = key.Kid };
    }

    private sealed record Held(Jwk Key, DateTimeOffset RenewAt);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The sealing key of {Recipient} could not be renewed; the present one is used")]
        public static partial void NotRenewed(ILogger logger, string recipient, Exception exception);
    }
}
