using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Streamix.Infra.Gateway.Direct;

/// <summary>A replica's address and the connections that are free to use.</summary>
internal sealed class Replica(Uri address, DirectOptions options, TimeProvider time) : IDisposable
{
    private readonly ConcurrentStack<ServiceConnection> _idle = [];

    /// <summary>The Host header's line.</summary>
    public byte[] Host { get; } = Encoding.ASCII.GetBytes($"Host: {address.Authority}\r\n");

    public ServiceConnection? Rent()
    {
        while (_idle.TryPop(out var connection))
        {
            if (IsFit(connection))
            {
                return connection;
            }

            connection.Dispose();
        }

        return null;
    }

    public async ValueTask<ServiceConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(options.ConnectTimeout);
        try
        {
            await (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip)
                ? socket.ConnectAsync(new IPEndPoint(ip, address.Port), deadline.Token)
                : socket.ConnectAsync(address.Host, address.Port, deadline.Token));
            return new ServiceConnection(socket, time.GetTimestamp());
        }
        catch (Exception e)
        {
            socket.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw new HttpRequestException(HttpRequestError.ConnectionError, $"{address.Authority} cannot be reached.", e);
        }
    }

    public void Return(ServiceConnection connection)
    {
        if (_idle.Count >= options.IdleConnections)
        {
            connection.Dispose();
            return;
        }

        connection.WasUsed = true;
        connection.IdleSince = time.GetTimestamp();
        _idle.Push(connection);
    }

    public void Dispose()
    {
        while (_idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }

    private bool IsFit(ServiceConnection connection)
    {
        var now = time.GetTimestamp();
        return time.GetElapsedTime(connection.IdleSince, now) < options.IdleTime
            && time.GetElapsedTime(connection.OpenedAt, now) < options.Lifetime
            && !connection.HasStrayBytes;
    }
}
