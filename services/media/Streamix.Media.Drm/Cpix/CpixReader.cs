using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using Streamix.Media.Drm.Keys;

namespace Streamix.Media.Drm.Cpix;

/// <summary>
/// Reads CPIX 2.x from anybody: no DTD, no entities, nothing fetched, bounded in size, depth and number. Keys pass from the reader
/// into their own memory without becoming text.
/// </summary>
internal sealed class CpixReader
{
    /// <summary>Bytes of a document.</summary>
    public const int Largest = 256 * 1024;

    private const int Deepest = 16;
    private const int Most = 64;
    private const int LargestValue = 16 * 1024;
    private static readonly string[] Namespaces = [CpixNames.Cpix, CpixNames.Pskc, CpixNames.Encryption, CpixNames.Signature];

    private readonly XmlReader _xml;
    private readonly string[] _path = new string[Deepest];
    private readonly CpixParts _parts = new();

    private CpixReader(XmlReader xml) => _xml = xml;

    /// <param name="xml">The document.</param>
    /// <param name="own">Opens keys that are encrypted for us.</param>
    /// <exception cref="CpixException">It is none, or more than we take.</exception>
    public static CpixDocument Read(Stream xml, RSA? own)
    {
        using var reader = XmlReader.Create(xml, Settings);
        var reading = new CpixReader(reader);
        try
        {
            reading.ReadAll();
            return reading._parts.ToDocument(own);
        }
        catch (Exception e) when (e is XmlException or FormatException or OverflowException)
        {
            throw new CpixException("is not well formed, or has a DTD", e is XmlException ? null : e);
        }
        finally
        {
            reading._parts.Dispose();
        }
    }

    private static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = Largest,
        MaxCharactersFromEntities = 1,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = false,
    };

    private void ReadAll()
    {
        while (!_xml.EOF)
            if (_xml.NodeType != XmlNodeType.Element || !TakeElement())
                _xml.Read();
    }

    /// <summary>True when the element was read to its end.</summary>
    private bool TakeElement()
    {
        if (_xml.Depth >= Deepest)
            throw new CpixException("is nested too deeply");
        var name = _path[_xml.Depth] = Array.IndexOf(Namespaces, _xml.NamespaceURI) >= 0 ? _xml.LocalName : "";
        if (_xml.Depth == 0)
            TakeRoot(name);
        return In("ContentKeyList") ? TakeOfKey(name)
            : In("DeliveryDataList") ? TakeOfDelivery(name)
            : In("DRMSystemList") ? TakeOfSystem(name)
            : TakeRule(name);
    }

    private void TakeRoot(string name)
    {
        if (name != "CPIX" || _xml.NamespaceURI != CpixNames.Cpix)
            throw new CpixException("has another root");
        if (_xml.GetAttribute("version") is { } version && !version.StartsWith("2.", StringComparison.Ordinal))
            throw new CpixException("is of a version we do not know");
        _parts.ContentId = _xml.GetAttribute("contentId") ?? _xml.GetAttribute("id");
    }

    private bool TakeOfKey(string name)
    {
        switch (name)
        {
            case "ContentKey":
                Limit(_parts.Keys.Count);
                _parts.Keys.Add(new(Id("kid"), _xml.GetAttribute("commonEncryptionScheme"), _xml.GetAttribute("explicitIV") is { Length: > 0 } iv ? Convert.FromBase64String(iv) : null));
                return false;
            case "PlainValue" when _parts.Keys is [.., { Plain: null } key]:
                key.Plain = Secret();
                return true;
            case "CipherValue" when _parts.Keys is [.., var key]:
                key.Cipher = Bytes();
                return true;
            case "ValueMAC" when _parts.Keys is [.., var key]:
                key.Mac = Bytes();
                return true;
            default:
                return false;
        }
    }

    private bool TakeOfDelivery(string name)
    {
        switch (name)
        {
            case "DeliveryData":
                Limit(_parts.Deliveries.Count);
                _parts.Deliveries.Add(new());
                return false;
            case "CipherValue" when _parts.Deliveries is [.., var delivery]:
                (delivery.Key, delivery.Mac) = In("MACMethod") ? (delivery.Key, Bytes()) : (Bytes(), delivery.Mac);
                return true;
            default:
                return false;
        }
    }

    private bool TakeOfSystem(string name)
    {
        switch (name)
        {
            case "DRMSystem":
                Limit(_parts.Systems.Count / 8);
                _parts.Systems.Add(new(Id("kid"), Id("systemId"), []));
                return false;
            case "PSSH" when _parts.Systems is [.., var system]:
                _parts.Systems[^1] = system with { Pssh = Bytes() };
                return true;
            default:
                return false;
        }
    }

    private bool TakeRule(string name)
    {
        switch (name)
        {
            case "ContentKeyPeriod" when int.TryParse(_xml.GetAttribute("index"), NumberStyles.None, CultureInfo.InvariantCulture, out var index):
                _parts.Period ??= index;
                break;
            case "ContentKeyUsageRule":
                Limit(_parts.Rules.Count);
                _parts.Rules.Add(new(Id("kid"), _xml.GetAttribute("intendedTrackType") ?? "", Audio: false, Video: false));
                break;
            case "AudioFilter" when _parts.Rules is [.., var rule]:
                _parts.Rules[^1] = rule with { Audio = true };
                break;
            case "VideoFilter" when _parts.Rules is [.., var rule]:
                _parts.Rules[^1] = rule with { Video = true, MinPixels = Number("minPixels"), MaxPixels = Number("maxPixels") };
                break;
        }

        return false;
    }

    private bool In(string ancestor) => Array.IndexOf(_path, ancestor, 0, _xml.Depth) >= 0;

    private static void Limit(int count)
    {
        if (count >= Most)
            throw new CpixException($"has more than {Most} of something");
    }

    private Guid Id(string attribute) =>
        Guid.TryParseExact(_xml.GetAttribute(attribute), "d", out var id) ? id : throw new CpixException($"has a {attribute} that is no UUID");

    private long? Number(string attribute) => _xml.GetAttribute(attribute) is { } text ? long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private KeyMaterial Secret()
    {
        var buffer = GC.AllocateArray<byte>(KeyMaterial.Length + 1, pinned: true);
        try
        {
            return Fill(buffer) == KeyMaterial.Length ? KeyMaterial.Copy(buffer.AsSpan(0, KeyMaterial.Length)) : throw new CpixException("has a key that is not 16 bytes long");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }

    private byte[] Bytes()
    {
        var buffer = new byte[LargestValue];
        return buffer[..Fill(buffer)];
    }

    /// <summary>Reads the element to its end.</summary>
    private int Fill(byte[] buffer)
    {
        var filled = 0;
        while (filled < buffer.Length && _xml.ReadElementContentAsBase64(buffer, filled, buffer.Length - filled) is var read and > 0)
            filled += read;
        return filled < buffer.Length ? filled : throw new CpixException("has a value that is too long");
    }
}
