using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Streamix.ServiceDefaults.Auth;

/// <summary>
/// Keeps the issuer's keys: read on first need, again when old (behind the callers' back) or when a token names
/// an unknown one, never more often than the cool-down allows. Old keys serve while the issuer is away.
/// </summary>
internal sealed partial class SigningKeys(IKeySource source, IOptions<AuthOptions> options, TimeProvider time, ILogger<SigningKeys> logger) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile KeySet? _keys;
    private DateTimeOffset _attemptedAt = DateTimeOffset.MinValue;
    private Exception? _lastFailure;

    /// <summary>The key of that id, or null when the issuer has none.</summary>
    /// <exception cref="KeysUnavailableException">No key set was ever read.</exception>
    public ValueTask<SecurityKey?> FindAsync(string kid, CancellationToken cancellationToken)
    {
        if (_keys is { } keys && keys.Keys.TryGetValue(kid, out var key))
        {
            if (time.GetUtcNow() - keys.ReadAt > options.Value.KeysLifetime && MayRead())
                _ = ReadAsync(CancellationToken.None);
            return new(key);
        }
        return new(FindFreshAsync(kid, cancellationToken));
    }

    public void Dispose() => _reading.Dispose();

    private async Task<SecurityKey?> FindFreshAsync(string kid, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        return _keys is { } keys ? keys.Keys.GetValueOrDefault(kid) : throw new KeysUnavailableException(_lastFailure);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (!MayRead())
                return;
            _attemptedAt = time.GetUtcNow();
            var json = await source.ReadAsync(cancellationToken);
            _keys = KeySet.Parse(json, time.GetUtcNow());
            _lastFailure = null;
            Log.Read(logger, _keys.Keys.Count);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _attemptedAt = DateTimeOffset.MinValue;
            throw;
        }
        catch (Exception e)
        {
            _lastFailure = e;
            Log.Unreadable(logger, e);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Without any key the wait is short: the issuer may just be starting.</summary>
    private bool MayRead() => time.GetUtcNow() - _attemptedAt >= (_keys is null ? TimeSpan.FromSeconds(1) : options.Value.KeysCoolDown);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Read {Count} signing keys of the issuer")]
        public static partial void Read(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The signing keys of the issuer cannot be read")]
        public static partial void Unreadable(ILogger logger, Exception exception);
    }
}
