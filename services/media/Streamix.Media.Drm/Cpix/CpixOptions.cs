namespace Streamix.Media.Drm.Cpix;

/// <summary>Section <c>Drm:Cpix</c>: who we are for those who encrypt keys for us. Both or neither.</summary>
internal sealed class CpixOptions
{
    /// <summary>X.509, PEM, RSA.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>Its private key, PKCS#8 PEM.</summary>
    public string PrivateKey { get; set; } = "";
}
