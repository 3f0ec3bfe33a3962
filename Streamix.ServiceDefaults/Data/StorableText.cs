using System.Text;

namespace Streamix.ServiceDefaults.Data;

/// <summary>Text that came from anywhere, as PostgreSQL takes it.</summary>
internal static class StorableText
{
    /// <summary>
    /// Leaves out NUL, puts U+FFFD in the place of half a surrogate pair, and cuts after <paramref name="length"/> UTF-16 units, never within a pair.
    /// </summary>
    public static string Of(string text, int length)
    {
        var storable = new StringBuilder(Math.Min(text.Length, length));
        foreach (var rune in text.EnumerateRunes())
        {
            if (storable.Length + rune.Utf16SequenceLength > length)
                break;
            if (rune.Value != 0)
                storable.Append(rune.ToString());
        }

        return storable.ToString();
    }
}
