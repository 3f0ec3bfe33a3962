using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Streamix.Comms.Email.Feedback;

/// <summary>
/// Is it really from SNS, and from a topic of ours? Signature version 2 (RSA, SHA-256) only, with a certificate read over TLS from SNS itself,
/// and not older than reports are remembered.
/// </summary>
internal sealed partial class SnsSignatures(IHttpClientFactory http, IOptions<EmailOptions> options, TimeProvider time)
{
    public const string Client = "sns";
    private const int LargestCertificate = 64 * 1024;
    private const int MostCertificates = 20;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, X509Certificate2> _certificates = new(StringComparer.Ordinal);

    public async Task<bool> AreValidAsync(SnsMessage message, CancellationToken cancellationToken)
    {
        if (message.SignatureVersion != "2" || !options.Value.Feedback.Topics.Contains(message.TopicArn, StringComparer.Ordinal)
            || !IsFresh(message.Timestamp) || !IsOfSns(message.SigningCertUrl) || !message.SigningCertUrl.EndsWith(".pem", StringComparison.Ordinal))
            return false;
        var signature = new byte[message.Signature.Length];
        if (!Convert.TryFromBase64String(message.Signature, signature, out var length))
            return false;
        var certificate = await CertificateAsync(message.SigningCertUrl, cancellationToken);
        using var key = certificate.GetRSAPublicKey();
        return key is not null && certificate.NotAfter.ToUniversalTime() > time.GetUtcNow().UtcDateTime
            && key.VerifyData(message.Signed(), signature.AsSpan(0, length), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    /// <summary>Says yes to a subscription of one of our topics.</summary>
    public async Task ConfirmAsync(SnsMessage message, CancellationToken cancellationToken)
    {
        if (!IsOfSns(message.SubscribeUrl))
            return;
        using var client = http.CreateClient(Client);
        using var answer = await client.GetAsync(message.SubscribeUrl, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<X509Certificate2> CertificateAsync(string url, CancellationToken cancellationToken)
    {
        if (_certificates.TryGetValue(url, out var known))
            return known;
        using var client = http.CreateClient(Client);
        client.MaxResponseContentBufferSize = LargestCertificate;
        var certificate = X509Certificate2.CreateFromPem(await client.GetStringAsync(url, cancellationToken));
        if (_certificates.Count >= MostCertificates)
            _certificates.Clear();
        return _certificates[url] = certificate;
    }

    private bool IsFresh(string timestamp) =>
        DateTimeOffset.TryParse(timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        && at <= time.GetUtcNow() + Skew && at > time.GetUtcNow() - options.Value.Retention.Log;

    private static bool IsOfSns(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { Scheme: "https", IsDefaultPort: true, UserInfo: "" } && Host().IsMatch(uri.Host);

    [GeneratedRegex(@"^sns\.[a-z0-9-]{3,30}\.amazonaws\.com(\.cn)?$", RegexOptions.None, 10_000)]
    private static partial Regex Host();
}
