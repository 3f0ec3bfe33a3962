using System.Text;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Listing;

/// <summary>Walks the index; a common prefix is jumped over rather than read through.</summary>
internal static class KeyLister
{
    public static ListingPage List(KeyIndex index, string prefix, string delimiter, string after, int most)
    {
        var (start, cut) = (Encoding.UTF8.GetBytes(prefix), Encoding.UTF8.GetBytes(delimiter));
        var keys = new List<ListedKey>();
        var prefixes = new List<string>();
        var last = "";
        var (from, behind) = Start(start, cut, Encoding.UTF8.GetBytes(after));
        while (index.TryNext(from, behind, out var key, out var entry) && key.AsSpan().StartsWith(start))
        {
            if (keys.Count + prefixes.Count == most)
                return new(keys, prefixes, most > 0, last);
            if (CommonPrefix(key, start.Length, cut) is { } common)
            {
                prefixes.Add(last = Encoding.UTF8.GetString(common));
                (from, behind) = (Behind(common), false);
            }
            else
            {
                keys.Add(new(last = Encoding.UTF8.GetString(key), entry));
                (from, behind) = (key, true);
            }
        }
        return new(keys, prefixes, false, last);
    }

    private static (byte[] From, bool Behind) Start(byte[] prefix, byte[] delimiter, byte[] after)
    {
        if (after.AsSpan().SequenceCompareTo(prefix) < 0)
            return (prefix, false);
        // A marker that is itself a common prefix stands for all keys below it.
        return after.AsSpan().StartsWith(prefix) && CommonPrefix(after, prefix.Length, delimiter) is { } common && common.Length == after.Length
            ? (Behind(common), false)
            : (after, after.Length > 0);
    }

    private static byte[]? CommonPrefix(byte[] key, int prefix, byte[] delimiter)
    {
        if (delimiter.Length == 0)
            return null;
        var at = key.AsSpan(prefix).IndexOf(delimiter);
        return at < 0 ? null : key[..(prefix + at + delimiter.Length)];
    }

    // UTF-8 never holds 0xFF, so the last byte can always grow.
    private static byte[] Behind(byte[] prefix)
    {
        var next = prefix.ToArray();
        next[^1]++;
        return next;
    }
}
