using Streamix.Benchmarks.Ladder;

namespace Streamix.Benchmarks.Workers;

/// <summary>The half minute of <see cref="Film"/> made small, and that over and over.</summary>
/// <param name="Short">The half minute.</param>
/// <param name="Long">As long as asked for.</param>
internal sealed record LongFilm(string Short, string Long)
{
    public static async Task<LongFilm> MakeAsync(string folder, int minutes, int lines)
    {
        var (small, film) = (Path.Combine(folder, "short.mp4"), Path.Combine(folder, "long.mp4"));
        await Tool.RunAsync("ffmpeg", ["-v", "error", "-i", await Film.MakeAsync(folder), "-vf", $"scale=-2:{lines}", .. Encoders, small]);
        await Tool.RunAsync("ffmpeg", ["-v", "error", "-stream_loop", "-1", "-i", small, "-t", $"{60 * minutes}", "-r", "24", "-af", "aresample=async=1", .. Encoders, film]);
        return new(small, film);
    }

    private static string[] Encoders => ["-c:v", "libx264", "-preset", "ultrafast", "-g", "48", "-c:a", "aac", "-ac", "2"];
}
