using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Streamix.ServiceDefaults.Http;

/// <summary>
/// Opaque positions in a list: the sort values of the last item, sealed with a keyed hash over them and the order they belong to,
/// so that a cursor of another list, another sort or another maker is refused.
/// </summary>
public static class Cursor
{
    private const int SealBytes = 12;

    /// <summary>Replicas share it; a deployment sets its own, see <see cref="PagingDefaults"/>.</summary>
    internal static byte[] Key { get; set; } = PagingDefaults.DefaultKey();

    /// <summary>The position of the item with these sort values in the list named <paramref name="order"/>.</summary>
    public static string Write(string order, ReadOnlySpan<object?> values)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(values.ToArray(), JsonSerializerOptions.Default);
        var sealedPayload = new byte[SealBytes + payload.Length];
        Seal(order, payload, sealedPayload);
        payload.CopyTo(sealedPayload.AsSpan(SealBytes));
        return Base64Url.EncodeToString(sealedPayload);
    }

    /// <summary>False when the text is not a cursor of this order.</summary>
    public static bool TryRead(string order, string text, ReadOnlySpan<Type> types, out object?[] values)
    {
        values = [];
        if (text.Length > PageQuery.LongestCursor || !Base64Url.IsValid(text))
            return false;

        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= SealBytes)
            return false;

        Span<byte> expected = stackalloc byte[SealBytes];
        Seal(order, bytes.AsSpan(SealBytes), expected);
        return CryptographicOperations.FixedTimeEquals(expected, bytes.AsSpan(0, SealBytes)) && TryParse(bytes.AsSpan(SealBytes), types, out values);
    }

    private static void Seal(string order, ReadOnlySpan<byte> payload, Span<byte> destination)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Key);
        hash.AppendData(Encoding.UTF8.GetBytes(order));
        hash.AppendData([0]);
        hash.AppendData(payload);
        hash.GetHashAndReset().AsSpan(0, SealBytes).CopyTo(destination);
    }

    private static bool TryParse(ReadOnlySpan<byte> payload, ReadOnlySpan<Type> types, out object?[] values)
    {
        values = new object?[types.Length];
        try
        {
            var array = JsonSerializer.Deserialize<JsonElement[]>(payload, JsonSerializerOptions.Default);
            if (array is null || array.Length != types.Length)
                return false;
            for (var i = 0; i < types.Length; i++)
                values[i] = array[i].Deserialize(types[i], JsonSerializerOptions.Default);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
