using System.Globalization;
using QRCoder;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Identity.Totp;

/// <summary>What an authenticator app has to be told. Shown once.</summary>
/// <param name="Secret">Base32, to type.</param>
/// <param name="Uri">The <c>otpauth</c> address, to open.</param>
/// <param name="QrCode">The address as SVG, to scan.</param>
internal sealed record Enrolment(
    [property: Personal, Example("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")] string Secret,
    [property: Personal] string Uri,
    [property: Personal] string QrCode)
{
    private const string Issuer = "Streamix";
    private const int PixelsPerModule = 5;

    public static Enrolment Of(byte[] secret, string email)
    {
        var text = Base32.Of(secret);
        var uri = string.Create(CultureInfo.InvariantCulture,
            $"otpauth://totp/{Issuer}:{System.Uri.EscapeDataString(email)}?secret={text}&issuer={Issuer}&algorithm=SHA1&digits={TotpCode.Digits}&period=30");
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        return new(text, uri, svg.GetGraphic(PixelsPerModule));
    }
}
