using Streamix.Testing;

namespace Streamix.Platform.Tests.Media;

/// <summary>A real film of a few seconds, made by ffmpeg.</summary>
internal static class Footage
{
    public const int FramesPerSecond = 25;

    public static async Task<byte[]> MakeAsync(int seconds = 3)
    {
        var file = Path.Combine(Directory.CreateDirectory(Repository.PathOf(".streamix", "test")).FullName, $"footage-{Guid.NewGuid():n}.mp4");
        try
        {
            await Tools.RunAsync("ffmpeg",
                "-nostdin", "-v", "error", "-f", "lavfi", "-i", $"testsrc2=size=640x360:rate={FramesPerSecond}:duration={seconds}", "-f", "lavfi", "-i", $"sine=frequency=440:duration={seconds}",
                "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", file);
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
