using System.Net;

namespace Streamix.Streaming.Rights.Places;

/// <summary>
/// Reads tables of countries as they are offered: a line is <c>first,last,country</c> or <c>network,country</c> (CIDR), IPv4 and IPv6 mixed in any order,
/// fields perhaps in quotes; empty lines and those after <c>#</c> do not count.
/// </summary>
internal static class TerritoryFile
{
    /// <exception cref="FormatException">A line that cannot be meant; tells which.</exception>
    public static Territories Parse(IEnumerable<string> lines)
    {
        List<AddressRange<uint>> v4 = [];
        List<AddressRange<UInt128>> v6 = [];
        Dictionary<string, string> countries = new(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
                continue;
            if (!TryRead(line, out var first, out var last, out var code) || Addresses.IsV4(first) != Addresses.IsV4(last))
                throw new FormatException($"Line {number} is neither first,last,country nor network,country.");
            var country = countries.TryGetValue(code, out var known) ? known : countries[code] = code;
            if (Addresses.IsV4(first))
                v4.Add(new(Addresses.V4(first), Addresses.V4(last), country, number));
            else
                v6.Add(new(Addresses.V6(first), Addresses.V6(last), country, number));
        }

        return new(new(v4), new(v6));
    }

    private static bool TryRead(string line, out IPAddress first, out IPAddress last, out string country)
    {
        var fields = line.Split(',');
        for (var i = 0; i < fields.Length; i++)
            fields[i] = fields[i].Trim().Trim('"');
        (first, last, country) = (IPAddress.None, IPAddress.None, fields[^1].ToUpperInvariant());
        return CountryCode.IsValid(country) && fields.Length switch
        {
            2 => TryNetwork(fields[0], out first, out last),
            3 => TryAddress(fields[0], out first) && TryAddress(fields[1], out last),
            _ => false,
        };
    }

    private static bool TryAddress(string text, out IPAddress address)
    {
        var valid = IPAddress.TryParse(text, out var parsed);
        address = parsed ?? IPAddress.None;
        return valid;
    }

    private static bool TryNetwork(string text, out IPAddress first, out IPAddress last)
    {
        (first, last) = (IPAddress.None, IPAddress.None);
        if (!IPNetwork.TryParse(text, out var network))
            return false;
        var bytes = network.BaseAddress.GetAddressBytes();
        first = new(bytes);
        for (var bit = network.PrefixLength; bit < bytes.Length * 8; bit++)
            bytes[bit / 8] |= (byte)(0x80 >> bit % 8);
        last = new(bytes);
        return true;
    }
}
