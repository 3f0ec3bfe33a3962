using System.Diagnostics.CodeAnalysis;

namespace Streamix.LocalS3.Storage;

/// <summary>The keys of a bucket in the order S3 lists them: by UTF-8 bytes.</summary>
internal sealed class KeyIndex
{
    private readonly Lock gate = new();
    private readonly List<IndexPage> pages = [new IndexPage()];

    public long Count { get; private set; }

    public void Set(byte[] key, IndexEntry entry)
    {
        lock (gate)
        {
            var number = PageOf(key);
            var page = pages[number];
            var at = page.Find(key);
            if (at >= 0)
            {
                page.Replace(at, entry);
                return;
            }
            page.Insert(~at, key, entry);
            Count++;
            if (page.Count == IndexPage.Capacity)
                pages.Insert(number + 1, page.SplitUpperHalf());
        }
    }

    public bool Remove(byte[] key)
    {
        lock (gate)
        {
            var number = PageOf(key);
            var at = pages[number].Find(key);
            if (at < 0)
                return false;
            pages[number].RemoveAt(at);
            Count--;
            if (pages[number].Count == 0 && pages.Count > 1)
                pages.RemoveAt(number);
            return true;
        }
    }

    /// <summary>The first key at or behind <paramref name="from"/> (strictly behind it when <paramref name="after"/>).</summary>
    public bool TryNext(ReadOnlySpan<byte> from, bool after, [NotNullWhen(true)] out byte[]? key, out IndexEntry entry)
    {
        lock (gate)
        {
            var number = PageOf(from);
            var at = pages[number].Find(from);
            at = at < 0 ? ~at : after ? at + 1 : at;
            if (at == pages[number].Count)
                (number, at) = (number + 1, 0);
            if (number == pages.Count || pages[number].Count == 0)
            {
                (key, entry) = (null, default);
                return false;
            }
            (key, entry) = pages[number][at];
            return true;
        }
    }

    private int PageOf(ReadOnlySpan<byte> key)
    {
        int low = 0, high = pages.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (pages[middle].First.AsSpan().SequenceCompareTo(key) <= 0)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}
