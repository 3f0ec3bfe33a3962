namespace Streamix.Streaming.CdnOrchestrator.CloudFront;

/// <summary>Section <c>Edges:CloudFront</c>. Without a key, edges of that kind are not chosen.</summary>
internal sealed class CloudFrontOptions
{
    /// <summary>The id of the public key in the distribution's key group.</summary>
    public string KeyPairId { get; set; } = "";

    /// <summary>The RSA key as PEM.</summary>
    public string PrivateKey { get; set; } = "";

    /// <summary><c>sha256</c>, or <c>sha1</c> for those who check nothing newer.</summary>
    public string Hash { get; set; } = CloudFrontHash.Sha256;

    /// <summary><c>query</c>: a player appends it to each address; <c>cookies</c>: it sends them along.</summary>
    public string Carrier { get; set; } = CloudFrontCarrier.Query;

    /// <summary>For cookies, which need it: the domain that the distribution and the pages share.</summary>
    public string CookieDomain { get; set; } = "";

    /// <summary>The farthest end of what is signed. Nothing of it can be taken back, so a playback that was ended or revoked goes on there for so long.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(2);

    public bool IsConfigured => KeyPairId.Length > 0 && PrivateKey.Length > 0;
}

/// <summary>Digests that CloudFront checks signatures with.</summary>
internal static class CloudFrontHash
{
    public const string Sha1 = "sha1";
    public const string Sha256 = "sha256";
}

/// <summary>How a signature travels.</summary>
internal static class CloudFrontCarrier
{
    public const string Query = "query";
    public const string Cookies = "cookies";
}
