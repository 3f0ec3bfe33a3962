using System.Collections.Concurrent;

namespace Streamix.Infra.Gateway.Sessions;

/// <summary>Connections that outlive the check at their beginning; a revocation ends them.</summary>
internal sealed class OpenSockets
{
    private readonly ConcurrentDictionary<HttpContext, EdgeSession> _open = new();
    private readonly IRevocations _revocations;

    public OpenSockets(IRevocations revocations, DenyList list)
    {
        _revocations = revocations;
        list.Changed += Close;
    }

    public void Opened(HttpContext context, EdgeSession session) => _open[context] = session;

    public void Closed(HttpContext context) => _open.TryRemove(context, out _);

    private void Close()
    {
        foreach (var (context, session) in _open)
        {
            if (_revocations.Against(session) is not null)
            {
                context.Abort();
            }
        }
    }
}
