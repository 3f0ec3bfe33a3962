using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;

namespace Aspire.Hosting.Dcp;

/// <summary>The client of one control plane; it trusts that one's certificate and no other.</summary>
internal static class DcpHttp
{
    public static HttpClient Create(Kubeconfig config)
    {
        var handler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true, UseProxy = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is X509Certificate2 leaf && Trusts(config.Authority, leaf);
        var client = new HttpClient(handler)
        {
            BaseAddress = config.Server,
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version20,
        };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", config.Token);
        return client;
    }

    private static bool Trusts(X509Certificate2 authority, X509Certificate2 leaf)
    {
        if (leaf.RawDataMemory.Span.SequenceEqual(authority.RawDataMemory.Span))
            return true;
        using var chain = new X509Chain
        {
            ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck },
        };
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        return chain.Build(leaf);
    }
}
