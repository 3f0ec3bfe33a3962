using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Streamix.Media.Drm.Cpix;

/// <summary>The certificate of somebody who gets keys.</summary>
internal static class PartnerCertificate
{
    private const int LeastBits = 2048;

    public static bool IsGood(string pem, DateTimeOffset now)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(pem);
            using var key = certificate.GetRSAPublicKey();
            return key is { KeySize: >= LeastBits } && new DateTimeOffset(certificate.NotBefore) <= now && now < new DateTimeOffset(certificate.NotAfter);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
