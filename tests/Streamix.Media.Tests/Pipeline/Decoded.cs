using System.Globalization;

namespace Streamix.Media.Tests.Pipeline;

/// <summary>What ffmpeg and ffprobe find in a result.</summary>
internal static class Decoded
{
    /// <summary>Decodes to the end and fails on any complaint.</summary>
    /// <returns>How many frames came out.</returns>
    public static async Task<int> FramesAsync(string file, string map = "0:v:0", params string[] options)
    {
        var table = await MediaFiles.RunAsync("ffmpeg", ["-v", "error", "-xerror", "-err_detect", "explode", .. options, "-i", file, "-map", map, "-fps_mode", "passthrough", "-f", "framecrc", "-"]);
        return table.Split('\n').Count(line => line.Length > 0 && line[0] != '#');
    }

    public static async Task<bool> IsCleanAsync(string file) =>
        (await MediaFiles.RunAsync("sh", "-c", "ffmpeg -v error -i \"$0\" -f null - 2>&1; exit 0", file)).Length == 0;

    public static async Task<IReadOnlyList<double>> KeyFramesAsync(string file)
    {
        var lines = await MediaFiles.RunAsync("ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "packet=pts_time,flags", "-of", "csv=p=0", file);
        return [.. lines.Split('\n').Where(line => line.Contains(",K", StringComparison.Ordinal)).Select(line => double.Parse(line.Split(',')[0], CultureInfo.InvariantCulture)).Order()];
    }

    /// <summary>The lowest SSIM of any frame of a rendition against the frame of the source at its place.</summary>
    public static async Task<double> WorstFrameAsync(string source, string rendition, string scaled)
    {
        var graph = $"[0:v:0]{scaled},settb=AVTB,setpts=N/25/TB[a];[1:v:0]settb=AVTB,setpts=N/25/TB[b];[b][a]ssim=stats_file=-";
        var lines = await MediaFiles.RunAsync("ffmpeg", "-v", "error", "-i", source, "-i", rendition, "-filter_complex", graph, "-fps_mode", "passthrough", "-f", "null", "/dev/null");
        return lines.Split('\n').Where(line => line.Contains("All:", StringComparison.Ordinal)).Min(line => double.Parse(line.Split("All:")[1].Split(' ')[0], CultureInfo.InvariantCulture));
    }

    /// <summary>When the first sound and the first picture are shown, in seconds.</summary>
    public static async Task<double> StartAsync(string file, string stream)
    {
        var text = await MediaFiles.RunAsync("ffprobe", "-v", "error", "-allowed_extensions", "ALL", "-select_streams", stream, "-show_entries", "stream=start_time", "-of", "csv=p=0", file);
        return double.Parse(text.Split('\n', StringSplitOptions.RemoveEmptyEntries)[0].Trim(','), CultureInfo.InvariantCulture);
    }

    public static async Task<double> LoudnessAsync(string file)
    {
        var measured = await MediaFiles.RunAsync("sh", "-c", "ffmpeg -hide_banner -i \"$0\" -af ebur128=framelog=verbose -f null - 2>&1", file);
        var line = measured.Split('\n').Last(line => line.TrimStart().StartsWith("I:", StringComparison.Ordinal));
        return double.Parse(line.Split("I:")[1].Split("LUFS")[0], CultureInfo.InvariantCulture);
    }
}
