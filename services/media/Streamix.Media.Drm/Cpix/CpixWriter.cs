using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml;

namespace Streamix.Media.Drm.Cpix;

/// <summary>Writes CPIX 2.3. Keys go in clear only where there is no recipient, which is for requests and for channels that protect the whole document.</summary>
internal sealed class CpixWriter : IDisposable
{
    private const string PeriodId = "period";
    private readonly XmlWriter _xml;
    private readonly DocumentSeal? _seal;
    private readonly X509Certificate2? _recipient;

    private CpixWriter(Stream stream, X509Certificate2? recipient, bool sealKeys)
    {
        _xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false) });
        (_recipient, _seal) = (recipient, sealKeys && recipient is not null ? DocumentSeal.Make() : null);
    }

    /// <param name="document">What to write.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="recipient">Who may read the keys: in a document they are encrypted for them, in a request (which has none) it asks for that.</param>
    public static void Write(CpixDocument document, Stream stream, X509Certificate2? recipient)
    {
        using var writer = new CpixWriter(stream, recipient, document.Keys.Any(k => k.Key is not null));
        writer.Write(document);
    }

    public void Dispose()
    {
        _xml.Dispose();
        _seal?.Dispose();
    }

    private void Write(CpixDocument document)
    {
        _xml.WriteStartElement("cpix", "CPIX", CpixNames.Cpix);
        _xml.WriteAttributeString("xmlns", "pskc", null, CpixNames.Pskc);
        if (document.ContentId is not null)
            _xml.WriteAttributeString("contentId", document.ContentId);
        _xml.WriteAttributeString("version", CpixNames.Version);
        if (_recipient is not null)
            WriteDelivery(_recipient);
        WriteList("ContentKeyList", document.Keys, WriteKey);
        WriteList("DRMSystemList", document.Systems, WriteSystem);
        if (document.Period is { } period)
            WriteList("ContentKeyPeriodList", [period], WritePeriod);
        WriteList("ContentKeyUsageRuleList", document.Rules, rule => WriteRule(rule, document.Period is not null));
        _xml.WriteEndElement();
    }

    private void WriteDelivery(X509Certificate2 recipient)
    {
        Start("DeliveryDataList");
        Start("DeliveryData");
        Start("DeliveryKey");
        _xml.WriteStartElement("ds", "X509Data", CpixNames.Signature);
        Binary("ds", "X509Certificate", CpixNames.Signature, recipient.RawData);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        if (_seal is not null)
        {
            var (key, mac) = _seal.For(recipient);
            Start("DocumentKey", ("Algorithm", CpixNames.AesCbc));
            Start("Data");
            _xml.WriteStartElement("pskc", "Secret", CpixNames.Pskc);
            WriteEncrypted("EncryptedValue", CpixNames.RsaOaep, key);
            _xml.WriteEndElement();
            _xml.WriteEndElement();
            _xml.WriteEndElement();
            Start("MACMethod", ("Algorithm", CpixNames.HmacSha512));
            WriteEncrypted("MACKey", CpixNames.RsaOaep, mac);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteKey(CpixKey key)
    {
        Start("ContentKey", ("kid", key.Id.ToString()));
        if (key.Iv is { } iv)
            _xml.WriteAttributeString("explicitIV", Convert.ToBase64String(iv));
        if (key.Scheme is { } scheme)
            _xml.WriteAttributeString("commonEncryptionScheme", scheme);
        if (key.Key is { } value)
        {
            Start("Data");
            _xml.WriteStartElement("pskc", "Secret", CpixNames.Pskc);
            if (_seal is not null)
            {
                var (cipher, mac) = _seal.Seal(value.AsSpan());
                WriteEncrypted("EncryptedValue", CpixNames.AesCbc, cipher);
                Binary("pskc", "ValueMAC", CpixNames.Pskc, mac);
            }
            else
            {
                Binary("pskc", "PlainValue", CpixNames.Pskc, value.AsSpan());
            }

            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private void WriteSystem(CpixSystem system)
    {
        Start("DRMSystem", ("kid", system.KeyId.ToString()), ("systemId", system.SystemId.ToString()));
        Binary("cpix", "PSSH", CpixNames.Cpix, system.Pssh);
        if (system.ContentProtection is { } data)
            Binary("cpix", "ContentProtectionData", CpixNames.Cpix, data);
        _xml.WriteEndElement();
    }

    private void WritePeriod(int index)
    {
        Start("ContentKeyPeriod", ("id", PeriodId), ("index", index.ToString(CultureInfo.InvariantCulture)));
        _xml.WriteEndElement();
    }

    private void WriteRule(CpixRule rule, bool inPeriod)
    {
        Start("ContentKeyUsageRule", ("kid", rule.KeyId.ToString()), ("intendedTrackType", rule.TrackType));
        if (inPeriod)
        {
            Start("KeyPeriodFilter", ("periodId", PeriodId));
            _xml.WriteEndElement();
        }

        if (rule.Video)
        {
            Start("VideoFilter", ("minPixels", Text(rule.MinPixels)), ("maxPixels", Text(rule.MaxPixels)));
            _xml.WriteEndElement();
        }

        if (rule.Audio)
        {
            Start("AudioFilter");
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private void WriteEncrypted(string name, string algorithm, byte[] cipher)
    {
        _xml.WriteStartElement("pskc", name, CpixNames.Pskc);
        _xml.WriteStartElement("enc", "EncryptionMethod", CpixNames.Encryption);
        _xml.WriteAttributeString("Algorithm", algorithm);
        _xml.WriteEndElement();
        _xml.WriteStartElement("enc", "CipherData", CpixNames.Encryption);
        Binary("enc", "CipherValue", CpixNames.Encryption, cipher);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteList<T>(string name, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0)
            return;
        Start(name);
        foreach (var item in items)
            write(item);
        _xml.WriteEndElement();
    }

    private void Start(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _xml.WriteStartElement("cpix", name, CpixNames.Cpix);
        foreach (var (attribute, value) in attributes)
            if (value is not null)
                _xml.WriteAttributeString(attribute, value);
    }

    private void Binary(string prefix, string name, string ns, ReadOnlySpan<byte> bytes)
    {
        _xml.WriteStartElement(prefix, name, ns);
        if (bytes.Length > 0)
        {
            var copy = bytes.ToArray();
            _xml.WriteBase64(copy, 0, copy.Length);
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(copy);
        }

        _xml.WriteEndElement();
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
