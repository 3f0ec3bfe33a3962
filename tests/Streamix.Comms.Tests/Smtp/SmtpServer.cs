using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Streamix.Comms.Tests.Smtp;

/// <summary>A mail server that does what a test tells it to.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _sessions = [];
    private readonly Task _accepting;
    private int _connections;

    public SmtpServer(int port = 0)
    {
        if (port != 0)
            _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Address => $"smtp://127.0.0.1:{Port}";

    public ConcurrentQueue<Received> Mails { get; } = new();

    public ConcurrentQueue<string> Logins { get; } = new();

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Asked before each answer with the command (<c>CONNECT</c>, <c>RCPT TO:…</c>, <c>.</c>): an answer, <see cref="Hang"/>, <see cref="Drop"/>, or null for the usual one.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    /// <summary>Offers STARTTLS with it.</summary>
    public X509Certificate2? Certificate { get; init; }

    public const string Drop = "drop";

    /// <summary>Takes the message as its own, then breaks the connection instead of saying 250.</summary>
    public const string KeepAndDrop = "keep and drop";

    public const string Hang = "hang";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await Task.WhenAll([_accepting, .. _sessions]);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                _sessions.Add(new SmtpConversation(this, client).RunAsync(_stop.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }
}
