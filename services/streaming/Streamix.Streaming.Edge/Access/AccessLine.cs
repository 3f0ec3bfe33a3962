using System.Globalization;
using System.Text;

namespace Streamix.Streaming.Edge.Access;

/// <summary>A request as nginx tells it: kinds and figures, nothing of the viewer.</summary>
/// <param name="Status">The answer's.</param>
/// <param name="Kind"><c>segment</c>, <c>playlist</c>, <c>text</c> or <c>other</c>.</param>
/// <param name="Cache"><c>hit</c>, <c>miss</c>, <c>stale</c>, <c>updating</c>, <c>expired</c>, <c>revalidated</c>; <c>none</c> when the cache was not asked.</param>
/// <param name="Bytes">Sent, headers included.</param>
/// <param name="FirstByte">From the request to the answer's first byte; null when there was no header of ours.</param>
internal readonly record struct AccessLine(int Status, string Kind, string Cache, long Bytes, TimeSpan? FirstByte)
{
    private static readonly string[] Kinds = ["segment", "playlist", "text", "other"];
    private static readonly string[] Caches = ["HIT", "MISS", "STALE", "UPDATING", "EXPIRED", "REVALIDATED", "BYPASS"];

    public bool IsHit => Cache is "hit" or "stale" or "updating" or "revalidated";

    /// <summary>Null when it is none of ours.</summary>
    public static AccessLine? Read(ReadOnlySpan<byte> line)
    {
        if (Encoding.ASCII.GetString(line).Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var status, var kind, var cache, var bytes, var first])
            return null;
        if (!int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code) || !long.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var sent))
            return null;
        return new(
            code,
            Array.Find(Kinds, known => known == kind) ?? "other",
            Array.Find(Caches, known => known == cache)?.ToLowerInvariant() ?? "none",
            sent,
            double.TryParse(first, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null);
    }
}
