using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using MailKit.Security;

namespace MailKit.Net.Smtp;

/// <summary>A reply: its code and its lines.</summary>
internal readonly record struct SmtpReply(int Code, string Text);

/// <summary>Commands and replies over a socket.</summary>
internal sealed class SmtpStream(TcpClient socket) : IDisposable
{
    private const int LongestReply = 64 * 1024;
    private readonly byte[] _buffer = new byte[4096];
    private Stream _stream = socket.GetStream();
    private int _start;
    private int _end;

    public async Task ProtectAsync(string host, RemoteCertificateValidationCallback? validate, CancellationToken cancellationToken)
    {
        (_start, _end) = (0, 0); // what was sent before TLS counts for nothing
        var tls = new SslStream(_stream, leaveInnerStreamOpen: false);
        try
        {
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host, RemoteCertificateValidationCallback = validate }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is System.Security.Authentication.AuthenticationException or IOException)
        {
            await tls.DisposeAsync().ConfigureAwait(false);
            throw new SslHandshakeException("An error occurred while attempting to establish an SSL or TLS connection.", error);
        }
        _stream = tls;
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        await _stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<SmtpReply> ReadAsync(CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        while (true)
        {
            var line = await LineAsync(cancellationToken).ConfigureAwait(false);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) || text.Length > LongestReply)
                throw new SmtpProtocolException("Unable to parse status code returned by the server.");
            text.Append(text.Length > 0 ? "\n" : "").Append(line.AsSpan(Math.Min(4, line.Length)));
            if (line.Length == 3 || line[3] != '-')
                return new(code, text.ToString());
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        socket.Dispose();
    }

    private async Task<string> LineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        while (true)
        {
            if (_start == _end)
            {
                _end = await _stream.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
                _start = 0;
                if (_end == 0 || line.Count > LongestReply)
                    throw new SmtpProtocolException("The SMTP server has unexpectedly disconnected.");
            }
            var b = _buffer[_start++];
            if (b == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(b);
        }
    }
}
