using System.Security.Cryptography.X509Certificates;

namespace Aspire.Hosting.Dcp;

/// <summary>How to reach a control plane, as it wrote it down itself.</summary>
internal sealed record Kubeconfig(Uri Server, string Token, X509Certificate2 Authority)
{
    /// <returns>Null while the file is not complete.</returns>
    public static Kubeconfig? Parse(string text)
    {
        var values = text.Split('\n')
            .Select(line => line.Trim().TrimStart('-').Trim().Split(": ", 2))
            .Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0], pair => pair[1].Trim('"'), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return values.TryGetValue("server", out var server) && values.TryGetValue("token", out var token) && values.TryGetValue("certificate-authority-data", out var authority)
            ? new(new Uri(server.TrimEnd('/') + "/"), token, X509CertificateLoader.LoadCertificate(Convert.FromBase64String(authority)))
            : null;
    }
}
