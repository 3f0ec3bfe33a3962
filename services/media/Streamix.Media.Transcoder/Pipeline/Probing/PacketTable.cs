using System.Globalization;

namespace Streamix.Media.Transcoder.Pipeline.Probing;

/// <summary>A packet of the video stream.</summary>
/// <param name="Time">When its frame is shown, in seconds, as stored.</param>
/// <param name="Duration">Seconds; 0 when untold.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Key">Decoding can start here.</param>
internal readonly record struct Packet(double Time, double Duration, int Bytes, bool Key);

/// <summary>Reads what ffmpeg's <c>framecrc</c> writes: one line per packet.</summary>
internal static class PacketTable
{
    private const int KeyFlag = 1;
    private const int DiscardFlag = 4;

    /// <summary>In the order of showing, without those that are never shown.</summary>
    public static List<Packet> Read(IEnumerable<string> lines)
    {
        var (num, den) = (1L, 1L);
        var packets = new List<Packet>();
        foreach (var line in lines)
        {
            if (line.StartsWith("#tb ", StringComparison.Ordinal)) (num, den) = TimeBase(line);
            else if (line.Length > 0 && line[0] != '#' && Of(line, (double)num / den) is { } packet) packets.Add(packet);
        }

        packets.Sort((a, b) => a.Time.CompareTo(b.Time));
        return packets;
    }

    private static (long Num, long Den) TimeBase(string line)
    {
        var fraction = line[(line.IndexOf(':') + 1)..].Split('/');
        return (Number(fraction[0]), Number(fraction[1]));
    }

    private static Packet? Of(string line, double unit)
    {
        var fields = line.Split(',', StringSplitOptions.TrimEntries);
        var flags = fields.FirstOrDefault(field => field.StartsWith("F=0x", StringComparison.Ordinal)) is { } told
            ? int.Parse(told.AsSpan(4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : KeyFlag;
        if ((flags & DiscardFlag) != 0) return null;
        if (!long.TryParse(fields[2], NumberStyles.Integer, CultureInfo.InvariantCulture, out var time) && !long.TryParse(fields[1], NumberStyles.Integer, CultureInfo.InvariantCulture, out time))
            return null;
        return new(time * unit, Math.Max(0, Number(fields[3]) * unit), (int)Number(fields[4]), (flags & KeyFlag) != 0);
    }

    private static long Number(string text) => long.TryParse(text.Trim(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
