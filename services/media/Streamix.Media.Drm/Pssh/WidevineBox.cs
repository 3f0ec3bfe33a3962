using System.Text;
using Google.Protobuf;
using Streamix.Media.Drm.Keys;

namespace Streamix.Media.Drm.Pssh;

/// <summary>Widevine's box: a WidevinePsshData message (protocol buffers) with key ids, content id and scheme.</summary>
internal static class WidevineBox
{
    private const int KeyIdField = 2;
    private const int ContentIdField = 4;
    private const int SchemeField = 9;

    public static byte[] Of(IReadOnlyList<Guid> keyIds, string? contentId, string scheme) => new PsshBox(SystemIds.Widevine, [], Data(keyIds, contentId, scheme)).Write();

    private static byte[] Data(IReadOnlyList<Guid> keyIds, string? contentId, string scheme)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            foreach (var id in keyIds)
                Write(output, KeyIdField, KeyId.Bytes(id));
            if (contentId is not null)
                Write(output, ContentIdField, Encoding.UTF8.GetBytes(contentId));
            output.WriteTag(SchemeField, WireFormat.WireType.Varint);
            output.WriteUInt32(FourCharacters(scheme));
        }

        return stream.ToArray();
    }

    private static void Write(CodedOutputStream output, int field, byte[] bytes)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(bytes));
    }

    private static uint FourCharacters(string scheme) => (uint)scheme[0] << 24 | (uint)scheme[1] << 16 | (uint)scheme[2] << 8 | scheme[3];
}
