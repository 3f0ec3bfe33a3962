using System.Text;
using Streamix.LocalS3.Errors;

namespace Streamix.LocalS3.Http;

/// <summary>Percent-encoding as Signature V4 wants it: everything but RFC 3986 unreserved characters, upper-case hex.</summary>
internal static class Percent
{
    private static readonly UTF8Encoding Strict = new(false, true);

    public static string Encode(string text, bool keepSlash = false) => Encode(Encoding.UTF8.GetBytes(text), keepSlash);

    public static string Encode(ReadOnlySpan<byte> bytes, bool keepSlash = false)
    {
        var text = new StringBuilder(bytes.Length + 16);
        foreach (var b in bytes)
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~' || (keepSlash && b == '/'))
                text.Append((char)b);
            else
                text.Append('%').Append(b.ToString("X2", null));
        }
        return text.ToString();
    }

    public static byte[] Decode(ReadOnlySpan<char> text, bool plusIsSpace = false)
    {
        var bytes = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%')
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                    throw S3Error.InvalidUri();
                bytes[length++] = Convert.FromHexString(text.Slice(i + 1, 2))[0];
                i += 2;
            }
            else if (c > 0x7e)
                throw S3Error.InvalidUri();
            else
                bytes[length++] = c == '+' && plusIsSpace ? (byte)' ' : (byte)c;
        }
        return bytes[..length];
    }

    public static string DecodeText(ReadOnlySpan<char> text, bool plusIsSpace = false) => Text(Decode(text, plusIsSpace));

    public static string Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw S3Error.InvalidUri();
        }
    }
}
