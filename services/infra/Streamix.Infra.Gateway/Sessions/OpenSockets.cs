using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.Infra.Gateway.Sessions;

/// <summary>Connections that outlive the check at their beginning; a revocation ends them, and the end of their token.</summary>
internal sealed class OpenSockets
{
    private readonly ConcurrentDictionary<HttpContext, OpenSocket> _open = new();
    private readonly IRevocations _revocations;
    private readonly TimeSpan _skew;
    private readonly TimeProvider _time;

    public OpenSockets(IRevocations revocations, DenyList list, IOptions<AuthOptions> options, TimeProvider time)
    {
        (_revocations, _skew, _time) = (revocations, options.Value.ClockSkew, time);
        list.Changed += CloseRevoked;
    }

    public void Opened(HttpContext context, EdgeSession session)
    {
        var socket = new OpenSocket(context, session, session.Token.ExpiresAt + _skew, _time);
        _open[context] = socket;
        // What was told between the check and this moment has found nothing to close.
        CloseRevoked(socket);
    }

    public void Closed(HttpContext context)
    {
        if (_open.TryRemove(context, out var socket))
        {
            socket.Dispose();
        }
    }

    private void CloseRevoked()
    {
        foreach (var socket in _open.Values)
        {
            CloseRevoked(socket);
        }
    }

    private void CloseRevoked(OpenSocket socket)
    {
        if (_revocations.Against(socket.Session) is not null)
        {
            socket.Abort();
        }
    }
}
