namespace Streamix.Infra.Gateway.Sessions;

/// <summary>One connection. Once disposed it aborts nothing any more, as the context then serves another request.</summary>
internal sealed class OpenSocket : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private readonly Lock _gate = new();
    private readonly ITimer _end;
    private HttpContext? _context;

    public OpenSocket(HttpContext context, EdgeSession session, DateTimeOffset endsAt, TimeProvider time)
    {
        (_context, Session) = (context, session);
        var left = endsAt - time.GetUtcNow();
        _end = time.CreateTimer(static socket => ((OpenSocket)socket!).Abort(), this, left < TimeSpan.Zero ? TimeSpan.Zero : left > Longest ? Longest : left, Timeout.InfiniteTimeSpan);
    }

    public EdgeSession Session { get; }

    public void Abort()
    {
        lock (_gate)
        {
            _context?.Abort();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _context = null;
        }

        _end.Dispose();
    }
}
