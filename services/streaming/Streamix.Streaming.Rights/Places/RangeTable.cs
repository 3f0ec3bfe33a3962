using System.Numerics;

namespace Streamix.Streaming.Rights.Places;

/// <summary>Ranges of addresses that do not overlap, sorted, each with its country; found by halving.</summary>
/// <typeparam name="T">An address as a number.</typeparam>
internal sealed class RangeTable<T> where T : struct, IBinaryInteger<T>
{
    private readonly T[] _first;
    private readonly T[] _last;
    private readonly string[] _countries;

    /// <exception cref="FormatException">A range ends before it begins, or two have an address in common.</exception>
    public RangeTable(IEnumerable<AddressRange<T>> ranges)
    {
        var sorted = ranges.OrderBy(r => r.First).ToArray();
        for (var i = 0; i < sorted.Length; i++)
            if (sorted[i].Last < sorted[i].First || i > 0 && sorted[i].First <= sorted[i - 1].Last)
                throw new FormatException($"The range of line {sorted[i].Line} ends before it begins, or overlaps with that of another line.");
        _first = [.. sorted.Select(r => r.First)];
        _last = [.. sorted.Select(r => r.Last)];
        _countries = [.. sorted.Select(r => r.Country)];
    }

    public int Count => _first.Length;

    public string? Find(T address)
    {
        var at = Array.BinarySearch(_first, address);
        if (at < 0)
            at = ~at - 1;
        return at >= 0 && address <= _last[at] ? _countries[at] : null;
    }
}

/// <param name="First">Included.</param>
/// <param name="Last">Included.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Line">Of the file.</param>
internal readonly record struct AddressRange<T>(T First, T Last, string Country, int Line);
