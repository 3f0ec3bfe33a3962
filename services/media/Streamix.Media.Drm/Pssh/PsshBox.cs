using System.Buffers.Binary;
using Streamix.Media.Drm.Keys;

namespace Streamix.Media.Drm.Pssh;

/// <summary>A protection system specific header (ISO/IEC 23001-7, 8.1): version 1 when it names key ids, else version 0.</summary>
internal sealed record PsshBox(Guid SystemId, IReadOnlyList<Guid> KeyIds, byte[] Data)
{
    private const int Head = 12;
    private const int Id = 16;
    private const int Count = 4;
    private const uint Type = 0x70737368;
    private const int MostKeyIds = 1024;

    public byte[] Write()
    {
        var ids = KeyIds.Count == 0 ? 0 : Count + Id * KeyIds.Count;
        var box = new byte[Head + Id + ids + Count + Data.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        BinaryPrimitives.WriteUInt32BigEndian(box.AsSpan(4), Type);
        box[8] = KeyIds.Count == 0 ? (byte)0 : (byte)1;
        KeyId.Bytes(SystemId).CopyTo(box, Head);
        if (ids > 0)
            BinaryPrimitives.WriteInt32BigEndian(box.AsSpan(Head + Id), KeyIds.Count);
        for (var i = 0; i < KeyIds.Count; i++)
            KeyId.Bytes(KeyIds[i]).CopyTo(box, Head + Id + Count + Id * i);
        BinaryPrimitives.WriteInt32BigEndian(box.AsSpan(Head + Id + ids), Data.Length);
        Data.CopyTo(box, Head + Id + ids + Count);
        return box;
    }

    /// <summary>Reads boxes that follow each other and nothing else; false when they do not.</summary>
    public static bool TryReadAll(ReadOnlySpan<byte> bytes, out IReadOnlyList<PsshBox> boxes)
    {
        List<PsshBox> read = [];
        boxes = read;
        while (bytes.Length > 0)
        {
            if (bytes.Length < Head || BinaryPrimitives.ReadInt32BigEndian(bytes) is var size && (size < Head || size > bytes.Length) || Read(bytes[..size]) is not { } box)
                return false;
            read.Add(box);
            bytes = bytes[size..];
        }

        return true;
    }

    private static PsshBox? Read(ReadOnlySpan<byte> box)
    {
        if (BinaryPrimitives.ReadUInt32BigEndian(box[4..]) != Type || box[8] > 1 || box.Length < Head + Id + Count)
            return null;
        var system = KeyId.Read(box.Slice(Head, Id));
        var rest = box[(Head + Id)..];
        List<Guid> ids = [];
        if (box[8] == 1)
        {
            var count = BinaryPrimitives.ReadInt32BigEndian(rest);
            if (count is < 0 or > MostKeyIds || rest.Length < Count + Id * count + Count)
                return null;
            for (var i = 0; i < count; i++)
                ids.Add(KeyId.Read(rest.Slice(Count + Id * i, Id)));
            rest = rest[(Count + Id * count)..];
        }

        return BinaryPrimitives.ReadInt32BigEndian(rest) == rest.Length - Count ? new(system, ids, rest[Count..].ToArray()) : null;
    }
}
