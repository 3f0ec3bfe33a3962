using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace Streamix.Media.Drm.Cpix;

/// <summary>What others encrypt content keys for; absent unless configured.</summary>
internal sealed class OwnCertificate(IOptions<DrmOptions> options)
{
    private readonly CpixOptions _options = options.Value.Cpix;

    public bool IsConfigured => _options.Certificate.Length > 0;

    public X509Certificate2? Certificate() => IsConfigured ? X509Certificate2.CreateFromPem(_options.Certificate) : null;

    /// <summary>Null when there is none. A new one each time, as key objects are not for several threads.</summary>
    public RSA? PrivateKey()
    {
        if (_options.PrivateKey.Length == 0)
            return null;
        var key = RSA.Create();
        key.ImportFromPem(_options.PrivateKey);
        return key;
    }
}
