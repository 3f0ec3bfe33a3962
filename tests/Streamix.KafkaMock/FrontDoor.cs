using System.Net;
using System.Net.Sockets;

namespace Streamix.KafkaMock;

/// <summary>A fixed port in front of a broker whose own port is random. Clients come here to bootstrap, then go to the brokers themselves.</summary>
internal sealed class FrontDoor : IDisposable
{
    private readonly TcpListener _listener;
    private readonly IPEndPoint _broker;

    private FrontDoor(TcpListener listener, IPEndPoint broker) => (_listener, _broker) = (listener, broker);

    public EndPoint EndPoint => _listener.LocalEndpoint;

    public static FrontDoor Open(int port, IPEndPoint broker)
    {
        var door = new FrontDoor(new TcpListener(IPAddress.Loopback, port), broker);
        door._listener.Start();
        _ = door.ServeAsync();
        return door;
    }

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true) _ = JoinAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The door was closed.
        }
    }

    private async Task JoinAsync(TcpClient guest)
    {
        using var outside = guest;
        using var inside = new TcpClient();
        try
        {
            await inside.ConnectAsync(_broker);
            outside.NoDelay = inside.NoDelay = true;
            var (near, far) = (outside.GetStream(), inside.GetStream());
            await await Task.WhenAny(near.CopyToAsync(far), far.CopyToAsync(near));
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // One side hung up; so do we.
        }
    }
}
