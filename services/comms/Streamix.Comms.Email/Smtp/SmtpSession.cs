using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Streamix.Comms.Email.Smtp;

/// <summary>One connection to the server, made when needed and kept for the next mail.</summary>
internal sealed partial class SmtpSession(SmtpEndpoint endpoint, IOptions<EmailOptions> options, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly SmtpOptions _smtp = options.Value.Smtp;
    private SmtpClient? _client;
    private DateTimeOffset _usedAt;
    private int _sent;

    /// <summary>Hands the mail in. Never throws for what a server or a network can do; cancelled only by <paramref name="cancellationToken"/>.</summary>
    public async Task<SmtpAnswer> SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Value.Sending.Timeout);
        SmtpClient client;
        try
        {
            client = await ConnectedAsync(limit.Token);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Drop();
            return SmtpFailures.OfConnecting(error);
        }

        try
        {
            var answer = await client.SendAsync(message, limit.Token);
            (_usedAt, _sent) = (time.GetUtcNow(), _sent + 1);
            return new(SmtpVerdict.Accepted, ProviderId: SesId().Match(answer) is { Success: true } id ? id.Groups[1].Value : null);
        }
        catch (SmtpCommandException refused)
        {
            _usedAt = time.GetUtcNow();
            if (!client.IsConnected)
                Drop();
            return SmtpFailures.OfSending(refused);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Drop();
            return SmtpFailures.OfSending(error);
        }
    }

    /// <summary>Says goodbye when nothing was sent for a while; servers do not like idle clients.</summary>
    public async Task RestAsync(CancellationToken cancellationToken)
    {
        if (_client is not null && time.GetUtcNow() - _usedAt > _smtp.Idle)
            await QuitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync() => await QuitAsync(CancellationToken.None);

    private async Task<SmtpClient> ConnectedAsync(CancellationToken cancellationToken)
    {
        if (_client is not null && (_sent >= _smtp.MailsPerConnection || !await IsAliveAsync(_client, cancellationToken)))
            await QuitAsync(cancellationToken);
        if (_client is not null)
            return _client;

        _client = new SmtpClient();
        if (_smtp.LocalDomain is { Length: > 0 } name)
            _client.LocalDomain = name;
        if (_smtp.Fingerprint is { Length: > 0 } fingerprint)
            _client.ServerCertificateValidationCallback = (_, certificate, _, _) => IsPinned(certificate, fingerprint);
        await _client.ConnectAsync(endpoint.Host, endpoint.Port, endpoint.Security, cancellationToken);
        if (endpoint.User is { } user)
            await _client.AuthenticateAsync(user, endpoint.Password ?? "", cancellationToken);
        (_usedAt, _sent) = (time.GetUtcNow(), 0);
        return _client;
    }

    private async Task<bool> IsAliveAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        if (!client.IsConnected)
            return false;
        if (time.GetUtcNow() - _usedAt < Fresh)
            return true;
        try
        {
            await client.NoOpAsync(cancellationToken);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task QuitAsync(CancellationToken cancellationToken)
    {
        if (_client is { IsConnected: true } client)
        {
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                limit.CancelAfter(Fresh);
                await client.DisconnectAsync(quit: true, limit.Token);
            }
            catch (Exception)
            {
                // It is gone already, which is what we wanted.
            }
        }
        Drop();
    }

    private void Drop()
    {
        _client?.Dispose();
        _client = null;
    }

    private static bool IsPinned(X509Certificate? certificate, string fingerprint) =>
        certificate is not null && string.Equals(certificate.GetCertHashString(HashAlgorithmName.SHA256), fingerprint.Replace(":", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?:Ok )?([0-9a-f]{16}-[0-9a-f-]{20,60})\s*$", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex SesId();
}
