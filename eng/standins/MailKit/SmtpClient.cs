using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using MailKit.Security;
using MimeKit;

namespace MailKit.Net.Smtp;

/// <summary>Hands messages to a server (RFC 5321, 3207, 4954).</summary>
public class SmtpClient : IDisposable
{
    private SmtpStream? _stream;
    private string _capabilities = "";

    /// <summary>What we call ourselves.</summary>
    public string? LocalDomain { get; set; }

    /// <summary>Says whether a certificate is good; the system's judgement unless set.</summary>
    public RemoteCertificateValidationCallback? ServerCertificateValidationCallback { get; set; }

    /// <summary>A server listens.</summary>
    public bool IsConnected => _stream is not null;

    /// <summary>Connects, greets and protects the connection.</summary>
    public async Task ConnectAsync(string host, int port = 0, SecureSocketOptions options = SecureSocketOptions.Auto, CancellationToken cancellationToken = default)
    {
        if (IsConnected)
            throw new InvalidOperationException("The SmtpClient is already connected.");
        var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(host, port == 0 ? options == SecureSocketOptions.SslOnConnect ? 465 : 25 : port, cancellationToken).ConfigureAwait(false);
            _stream = new SmtpStream(socket);
            if (options == SecureSocketOptions.SslOnConnect)
                await _stream.ProtectAsync(host, ServerCertificateValidationCallback, cancellationToken).ConfigureAwait(false);
            Expect(await _stream.ReadAsync(cancellationToken).ConfigureAwait(false), 220);
            await GreetAsync(cancellationToken).ConfigureAwait(false);
            if (options is SecureSocketOptions.StartTls or SecureSocketOptions.StartTlsWhenAvailable)
                await StartTlsAsync(host, options, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            socket.Dispose();
            _stream = null;
            throw;
        }
    }

    /// <summary>Logs in by AUTH PLAIN (RFC 4616).</summary>
    public async Task AuthenticateAsync(string userName, string password, CancellationToken cancellationToken = default)
    {
        if (!_capabilities.Contains("AUTH", StringComparison.OrdinalIgnoreCase))
            throw new NotSupportedException("The SMTP server does not support authentication.");
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{userName}\0{password}"));
        var answer = await CommandAsync($"AUTH PLAIN {credentials}", cancellationToken).ConfigureAwait(false);
        if (answer.Code != 235)
            throw new AuthenticationException($"{answer.Code}: {answer.Text}");
        await GreetAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a message to its recipients; answers the server's last words.</summary>
    public async Task<string> SendAsync(MimeMessage message, CancellationToken cancellationToken = default, ITransferProgress? progress = null)
    {
        var sender = message.From.Mailboxes.FirstOrDefault() ?? throw new InvalidOperationException("No sender has been specified.");
        var recipients = message.To.Mailboxes.ToList();
        if (recipients.Count == 0)
            throw new InvalidOperationException("No recipients have been specified.");
        if (recipients.Prepend(sender).Any(m => m.Wire.Any(c => c > 127)))
            throw new NotSupportedException("The SMTP server does not support the SMTPUTF8 extension.");
        try
        {
            var answer = await CommandAsync($"MAIL FROM:<{sender.Wire}>", cancellationToken).ConfigureAwait(false);
            if (answer.Code != 250)
                throw new SmtpCommandException(SmtpErrorCode.SenderNotAccepted, (SmtpStatusCode)answer.Code, sender, answer.Text);
            foreach (var recipient in recipients)
                if (await CommandAsync($"RCPT TO:<{recipient.Wire}>", cancellationToken).ConfigureAwait(false) is { Code: not (250 or 251) } refusal)
                    throw new SmtpCommandException(SmtpErrorCode.RecipientNotAccepted, (SmtpStatusCode)refusal.Code, recipient, refusal.Text);
            return await DataAsync(message, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (SmtpCommandException error)
        {
            await ResetAsync(error.StatusCode, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Is the server still there?</summary>
    public async Task NoOpAsync(CancellationToken cancellationToken = default) => Expect(await CommandAsync("NOOP", cancellationToken).ConfigureAwait(false), 250);

    /// <summary>Ends the connection, with a goodbye or without.</summary>
    public async Task DisconnectAsync(bool quit, CancellationToken cancellationToken = default)
    {
        try
        {
            if (quit && IsConnected)
                await CommandAsync("QUIT", cancellationToken).ConfigureAwait(false);
        }
        catch (SmtpProtocolException)
        {
            // Servers that hang up first have understood.
        }
        Drop();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connection.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            Drop();
    }

    private async Task GreetAsync(CancellationToken cancellationToken)
    {
        var answer = await CommandAsync($"EHLO {LocalDomain ?? System.Net.Dns.GetHostName()}", cancellationToken).ConfigureAwait(false);
        Expect(answer, 250);
        _capabilities = answer.Text;
    }

    private async Task StartTlsAsync(string host, SecureSocketOptions options, CancellationToken cancellationToken)
    {
        if (!_capabilities.Split('\n').Any(line => line.Trim().Equals("STARTTLS", StringComparison.OrdinalIgnoreCase)))
        {
            if (options == SecureSocketOptions.StartTls)
                throw new NotSupportedException("The SMTP server does not support the STARTTLS extension.");
            return;
        }
        Expect(await CommandAsync("STARTTLS", cancellationToken).ConfigureAwait(false), 220);
        await _stream!.ProtectAsync(host, ServerCertificateValidationCallback, cancellationToken).ConfigureAwait(false);
        await GreetAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> DataAsync(MimeMessage message, ITransferProgress? progress, CancellationToken cancellationToken)
    {
        var go = await CommandAsync("DATA", cancellationToken).ConfigureAwait(false);
        if (go.Code != 354)
            throw new SmtpCommandException(SmtpErrorCode.MessageNotAccepted, (SmtpStatusCode)go.Code, go.Text);
        var data = Encoding.ASCII.GetBytes(DotStuffed(message.ToString()) + ".\r\n");
        var answer = await CommandAsync(data, cancellationToken).ConfigureAwait(false);
        progress?.Report(data.Length);
        return answer.Code == 250 ? answer.Text : throw new SmtpCommandException(SmtpErrorCode.MessageNotAccepted, (SmtpStatusCode)answer.Code, answer.Text);
    }

    /// <summary>A line's first dot is doubled (RFC 5321, 4.5.2).</summary>
    private static string DotStuffed(string text)
    {
        var stuffed = text.Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
        return stuffed.EndsWith("\r\n", StringComparison.Ordinal) ? stuffed : stuffed + "\r\n";
    }

    private async Task ResetAsync(SmtpStatusCode status, CancellationToken cancellationToken)
    {
        if (status == SmtpStatusCode.ServiceNotAvailable)
            Drop();
        else if (IsConnected)
            await CommandAsync("RSET", cancellationToken).ConfigureAwait(false);
    }

    private Task<SmtpReply> CommandAsync(string command, CancellationToken cancellationToken) => CommandAsync(Encoding.UTF8.GetBytes(command + "\r\n"), cancellationToken);

    private async Task<SmtpReply> CommandAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var stream = _stream ?? throw new ServiceNotConnectedException("The SmtpClient is not connected.");
        try
        {
            await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            return await stream.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Drop();
            throw;
        }
    }

    private void Drop()
    {
        _stream?.Dispose();
        _stream = null;
    }

    private static void Expect(SmtpReply answer, int code)
    {
        if (answer.Code != code)
            throw new SmtpCommandException(SmtpErrorCode.UnexpectedStatusCode, (SmtpStatusCode)answer.Code, answer.Text);
    }
}
