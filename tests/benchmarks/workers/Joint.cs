using System.Globalization;
using Streamix.Benchmarks.Ladder;
using Streamix.Media.Contracts.Assets;

namespace Streamix.Benchmarks.Workers;

/// <summary>A package as it plays: every frame there once, at its place, and decodable.</summary>
internal static class Joint
{
    /// <returns>The checksum of each decoded frame of the highest rendition.</returns>
    public static async Task<IReadOnlyList<string>> CheckAsync(MediaPackage package, string folder, int frames)
    {
        foreach (var playlist in package.Video.Select(rendition => $"{rendition.Name}.m3u8"))
        {
            var times = await TimesAsync(Path.Combine(folder, playlist));
            var steps = times.Zip(times.Skip(1), (one, next) => next - one).Distinct().ToArray();
            if (times.Count != frames || steps.Length != 1)
                throw new InvalidOperationException($"{playlist} has {times.Count} of {frames} frames, {string.Join(' ', steps)} apart.");
        }

        var decoded = await Tool.RunAsync("ffmpeg", "-v", "error", "-xerror", "-err_detect", "explode", "-allowed_extensions", "ALL",
            "-i", Path.Combine(folder, $"{package.Video[^1].Name}.m3u8"), "-map", "0:v:0", "-fps_mode", "passthrough", "-f", "framecrc", "-");
        string[] sums = [.. decoded.Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
        return sums.Length == frames ? sums : throw new InvalidOperationException($"{sums.Length} of {frames} frames can be decoded.");
    }

    private static async Task<IReadOnlyList<long>> TimesAsync(string playlist)
    {
        var said = await Tool.RunAsync("ffprobe", "-v", "error", "-allowed_extensions", "ALL", "-select_streams", "v:0", "-show_entries", "packet=pts", "-of", "csv=p=0", playlist);
        return [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => long.Parse(line.TrimEnd(','), CultureInfo.InvariantCulture)).Order()];
    }
}
