using Streamix.Auth.Session.Data;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Session.Keys;

/// <summary>This replica's key ring; an old one serves while the database is away.</summary>
internal sealed class KeyRings(IServiceScopeFactory scopes) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile KeyRing? _current;

    public ValueTask<KeyRing> GetAsync(CancellationToken cancellationToken) => _current is { } ring ? new(ring) : new(FirstAsync(cancellationToken));

    public async Task<KeyRing> RefreshAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            return _current = await ReadAsync(cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task<KeyRing> FirstAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            return _current ??= await ReadAsync(cancellationToken);
        }
        catch (Exception e) when (DatabaseFailure.IsUnavailable(e))
        {
            throw new DependencyUnavailableException("auth-session-db", e);
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<KeyRing> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var cabinet = ActivatorUtilities.CreateInstance<KeyCabinet>(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<SessionDb>());
        return await cabinet.OpenAsync(_current?.Signers ?? [], cancellationToken);
    }
}
