using System.Net;

namespace Streamix.Streaming.Rights.Places;

/// <summary>Which country an address belongs to, as one file says.</summary>
internal sealed class Territories(RangeTable<uint> v4, RangeTable<UInt128> v6)
{
    public static Territories None { get; } = new(new([]), new([]));

    public int Count => v4.Count + v6.Count;

    public string? Find(IPAddress address) => Addresses.IsV4(address) ? v4.Find(Addresses.V4(address)) : v6.Find(Addresses.V6(address));
}
