using System.Text.Unicode;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Percent-encoding that does not decode to text.</summary>
internal static class EncodedText
{
    /// <summary>True when every escape is well formed, the bytes are UTF-8 and none of them is NUL.</summary>
    public static bool IsClean(ReadOnlySpan<char> target)
    {
        if (!target.Contains('%'))
            return true;

        Span<byte> bytes = target.Length <= 2048 ? stackalloc byte[target.Length] : new byte[target.Length];
        var length = 0;
        for (var i = 0; i < target.Length; i++)
        {
            int value = target[i];
            if (value == '%')
            {
                if (i + 2 >= target.Length || !char.IsAsciiHexDigit(target[i + 1]) || !char.IsAsciiHexDigit(target[i + 2]))
                    return false;
                value = (Convert.ToInt32(target.Slice(i + 1, 2).ToString(), 16));
                i += 2;
            }
            if (value is 0 or > 255)
                return false;
            bytes[length++] = (byte)value;
        }
        return Utf8.IsValid(bytes[..length]);
    }
}
