using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Streamix.Comms.Tests.Smtp;

/// <summary>One connection of <see cref="SmtpServer"/> (RFC 5321).</summary>
internal sealed class SmtpConversation(SmtpServer server, TcpClient client)
{
    private Stream _stream = client.GetStream();
    private string _from = "";
    private List<string> _to = [];

    public async Task RunAsync(CancellationToken stop)
    {
        using (client)
        {
            try
            {
                await SayAsync("CONNECT", "220 test ESMTP", stop);
                while (await ReadLineAsync(stop) is { } line)
                    await HearAsync(line, stop);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException or EndOfStreamException)
            {
            }
        }
    }

    private async Task HearAsync(string line, CancellationToken stop)
    {
        switch (line.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "EHLO":
                await SayAsync(line, Capabilities(), stop);
                break;
            case "STARTTLS":
                await SayAsync(line, "220 go ahead", stop);
                var tls = new SslStream(_stream);
                await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server.Certificate }, stop);
                _stream = tls;
                break;
            case "AUTH":
                server.Logins.Enqueue(Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])).Replace('\0', '|'));
                await SayAsync(line, "235 2.7.0 welcome", stop);
                break;
            case "MAIL":
                (_from, _to) = (Path(line), []);
                await SayAsync(line, "250 2.1.0 ok", stop);
                break;
            case "RCPT":
                if (await SayAsync(line, "250 2.1.5 ok", stop))
                    _to.Add(Path(line));
                break;
            case "DATA":
                if (await SayAsync(line, "354 go on", stop))
                    await TakeAsync(stop);
                break;
            case "QUIT":
                await SayAsync(line, "221 bye", stop);
                throw new EndOfStreamException();
            default:
                await SayAsync(line, "250 2.0.0 ok", stop);
                break;
        }
    }

    private async Task TakeAsync(CancellationToken stop)
    {
        var data = new StringBuilder();
        while (await ReadLineAsync(stop) is { } line && line != ".")
            data.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        var received = new Received(_from, _to, data.ToString());
        if (server.Answer(".") is { } scripted)
        {
            if (scripted == SmtpServer.KeepAndDrop)
                server.Mails.Enqueue(received);
            await WriteAsync(scripted, stop);
            if (scripted[0] == '2')
                server.Mails.Enqueue(received);
            return;
        }
        server.Mails.Enqueue(received);
        await WriteAsync("250 Ok 0102018f3a2b4c5d-6e7f8a9b-1c2d-4e5f-8a9b-0c1d2e3f4a5b-000000", stop);
    }

    /// <summary>True when the usual answer was given.</summary>
    private async Task<bool> SayAsync(string heard, string usual, CancellationToken stop)
    {
        var scripted = server.Answer(heard);
        await WriteAsync(scripted ?? usual, stop);
        return scripted is null;
    }

    private async Task WriteAsync(string answer, CancellationToken stop)
    {
        switch (answer)
        {
            case SmtpServer.Drop or SmtpServer.KeepAndDrop:
                client.Client.LingerState = new LingerOption(true, 0);
                throw new EndOfStreamException();
            case SmtpServer.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, stop);
                break;
        }
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\r\n"), stop);
    }

    private string Capabilities() => server.Certificate is null ? "250-test\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES"
        : _stream is SslStream ? "250-test\r\n250-AUTH PLAIN LOGIN\r\n250 ENHANCEDSTATUSCODES" : "250-test\r\n250 STARTTLS";

    private async Task<string?> ReadLineAsync(CancellationToken stop)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await _stream.ReadAsync(one, stop) > 0)
        {
            if (one[0] == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }
        return null;
    }

    private static string Path(string line) => line[(line.IndexOf('<') + 1)..line.IndexOf('>')];
}
