using System.Buffers.Binary;
using System.Text;
using Streamix.Media.Drm.Keys;

namespace Streamix.Media.Drm.Pssh;

/// <summary>PlayReady's box: an object with one record, the header in UTF-16 (4.2 for AES-CTR, 4.3 for AES-CBC).</summary>
internal static class PlayReadyBox
{
    private const int ObjectHead = 6;
    private const int RecordHead = 4;
    private const short HeaderRecord = 1;

    public static byte[] Of(IReadOnlyList<Guid> keyIds, string scheme) => new PsshBox(SystemIds.PlayReady, [], Object(keyIds, scheme)).Write();

    /// <summary>The object alone, as manifests carry it (<c>mspr:pro</c>).</summary>
    public static byte[] Object(IReadOnlyList<Guid> keyIds, string scheme)
    {
        var header = Encoding.Unicode.GetBytes(Header(keyIds, scheme));
        var bytes = new byte[ObjectHead + RecordHead + header.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(4), 1);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(6), HeaderRecord);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), checked((ushort)header.Length));
        header.CopyTo(bytes, ObjectHead + RecordHead);
        return bytes;
    }

    /// <summary>Without checksums, which would be made with the keys. Key ids stand there as GUIDs, little-endian.</summary>
    private static string Header(IReadOnlyList<Guid> keyIds, string scheme)
    {
        var (version, algorithm) = scheme == Schemes.Cbcs ? ("4.3.0.0", "AESCBC") : ("4.2.0.0", "AESCTR");
        var kids = string.Concat(keyIds.Select(id => $"""<KID ALGID="{algorithm}" VALUE="{Convert.ToBase64String(id.ToByteArray())}"></KID>"""));
        return $"""<WRMHEADER xmlns="http://schemas.microsoft.com/DRM/2007/03/PlayReadyHeader" version="{version}"><DATA><PROTECTINFO><KIDS>{kids}</KIDS></PROTECTINFO></DATA></WRMHEADER>""";
    }
}
