namespace Streamix.Media.Drm.Cpix;

/// <summary>Namespaces and algorithms of CPIX 2.3 (DASH-IF).</summary>
internal static class CpixNames
{
    public const string Version = "2.3";
    public const string Cpix = "urn:dashif:org:cpix";
    public const string Pskc = "urn:ietf:params:xml:ns:keyprov:pskc";
    public const string Signature = "http://www.w3.org/2000/09/xmldsig#";
    public const string Encryption = "http://www.w3.org/2001/04/xmlenc#";
    public const string AesCbc = Encryption + "aes256-cbc";
    public const string RsaOaep = Encryption + "rsa-oaep-mgf1p";
    public const string HmacSha512 = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha512";
}
