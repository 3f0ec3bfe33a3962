namespace Streamix.LocalS3.Storage;

/// <summary>A sorted run of keys; pages stay small so that an insert moves little.</summary>
internal sealed class IndexPage
{
    public const int Capacity = 256;

    private readonly byte[][] keys = new byte[Capacity][];
    private readonly IndexEntry[] entries = new IndexEntry[Capacity];

    public int Count { get; private set; }

    public byte[] First => keys[0];

    public (byte[] Key, IndexEntry Entry) this[int at] => (keys[at], entries[at]);

    /// <summary>The position of the key, or the complement of where it would go.</summary>
    public int Find(ReadOnlySpan<byte> key)
    {
        int low = 0, high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = keys[middle].AsSpan().SequenceCompareTo(key);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return ~low;
    }

    public void Replace(int at, IndexEntry entry) => entries[at] = entry;

    public void Insert(int at, byte[] key, IndexEntry entry)
    {
        Array.Copy(keys, at, keys, at + 1, Count - at);
        Array.Copy(entries, at, entries, at + 1, Count - at);
        keys[at] = key;
        entries[at] = entry;
        Count++;
    }

    public void RemoveAt(int at)
    {
        Count--;
        Array.Copy(keys, at + 1, keys, at, Count - at);
        Array.Copy(entries, at + 1, entries, at, Count - at);
        keys[Count] = null!;
    }

    public IndexPage SplitUpperHalf()
    {
        const int half = Capacity / 2;
        var upper = new IndexPage { Count = Count - half };
        Array.Copy(keys, half, upper.keys, 0, upper.Count);
        Array.Copy(entries, half, upper.entries, 0, upper.Count);
        Array.Clear(keys, half, Count - half);
        Count = half;
        return upper;
    }
}
