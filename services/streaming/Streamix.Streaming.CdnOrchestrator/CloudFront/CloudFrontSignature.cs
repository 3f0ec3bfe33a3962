using System.Text;

namespace Streamix.Streaming.CdnOrchestrator.CloudFront;

/// <summary>The four ways in which a signature reaches CloudFront.</summary>
internal static class CloudFrontSignature
{
    private const string Sha256 = "SHA256";

    /// <summary>A query for the one address of the policy.</summary>
    public static string CannedQuery(CloudFrontKey key, CloudFrontPolicy policy) =>
        $"Expires={policy.Seconds}&Signature={key.Sign(policy.Canned())}&Key-Pair-Id={key.Id}{Hash(key)}";

    /// <summary>A query for every address that the policy covers.</summary>
    public static string CustomQuery(CloudFrontKey key, CloudFrontPolicy policy)
    {
        var text = policy.Custom();
        return $"Policy={Encoded(text)}&Signature={key.Sign(text)}&Key-Pair-Id={key.Id}{Hash(key)}";
    }

    /// <summary>Cookies for the one address of the policy.</summary>
    public static IReadOnlyList<string> CannedCookies(CloudFrontKey key, CloudFrontPolicy policy, string domain, string path) =>
        Cookies(key, ("CloudFront-Expires", policy.Seconds), key.Sign(policy.Canned()), domain, path);

    /// <summary>Cookies for every address that the policy covers.</summary>
    public static IReadOnlyList<string> CustomCookies(CloudFrontKey key, CloudFrontPolicy policy, string domain, string path)
    {
        var text = policy.Custom();
        return Cookies(key, ("CloudFront-Policy", Encoded(text)), key.Sign(text), domain, path);
    }

    private static List<string> Cookies(CloudFrontKey key, (string Name, string Value) first, string signature, string domain, string path)
    {
        var where = $"{(domain.Length > 0 ? $"; Domain={domain}" : "")}; Path={path}; Secure; HttpOnly; SameSite=None";
        List<string> cookies = [$"{first.Name}={first.Value}{where}", $"CloudFront-Signature={signature}{where}", $"CloudFront-Key-Pair-Id={key.Id}{where}"];
        if (key.IsSha256)
            cookies.Add($"CloudFront-Hash-Algorithm={Sha256}{where}");
        return cookies;
    }

    private static string Hash(CloudFrontKey key) => key.IsSha256 ? $"&Hash-Algorithm={Sha256}" : "";

    private static string Encoded(string policy) => CloudFrontPolicy.Encode(Encoding.UTF8.GetBytes(policy));
}
