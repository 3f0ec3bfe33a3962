using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Streamix.Infra.Tests.Gateway.Fixtures;

/// <summary>A server that answers with the very bytes it is told, good or bad. {n} becomes the number of the request.</summary>
internal sealed class RawBackend : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _answer;
    private readonly bool _closes;
    private int _requests, _connections;

    public RawBackend(string answer, bool closes = false)
    {
        (_answer, _closes) = (answer, closes);
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => $"http://{_listener.LocalEndpoint}";

    public int Connections => _connections;

    public int Requests => _requests;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _connections);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            while (await ReadHeadAsync(reader))
            {
                var number = Interlocked.Increment(ref _requests);
                await stream.WriteAsync(Encoding.Latin1.GetBytes(_answer.Replace("{n}", number.ToString())));
                if (_closes)
                {
                    return;
                }
            }
        }
    }

    private static async Task<bool> ReadHeadAsync(StreamReader reader)
    {
        string? line;
        do
        {
            try
            {
                line = await reader.ReadLineAsync();
            }
            catch (IOException)
            {
                return false;
            }
        }
        while (line is { Length: > 0 });
        return line is not null;
    }
}
