using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Streamix.Streaming.CdnOrchestrator.CloudFront;

/// <summary>The RSA key of a key group (PKCS #1 v1.5; SHA-1 is what CloudFront takes when nothing else is said).</summary>
internal sealed class CloudFrontKey : IDisposable
{
    private readonly RSA? _rsa;
    private readonly HashAlgorithmName _hash;
    private readonly Lock _signing = new();

    public CloudFrontKey(IOptions<OrchestratorOptions> options)
    {
        var settings = options.Value.CloudFront;
        (Id, IsSha256) = (settings.KeyPairId, settings.Hash == CloudFrontHash.Sha256);
        _hash = IsSha256 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1;
        if (!settings.IsConfigured)
            return;
        _rsa = RSA.Create();
        _rsa.ImportFromPem(settings.PrivateKey);
    }

    public bool IsThere => _rsa is not null;

    public string Id { get; }

    public bool IsSha256 { get; }

    /// <exception cref="InvalidOperationException">There is no key.</exception>
    public string Sign(string policy)
    {
        var rsa = _rsa ?? throw new InvalidOperationException("Edges:CloudFront has no key.");
        lock (_signing)
            return CloudFrontPolicy.Encode(rsa.SignData(Encoding.UTF8.GetBytes(policy), _hash, RSASignaturePadding.Pkcs1));
    }

    public void Dispose() => _rsa?.Dispose();
}
