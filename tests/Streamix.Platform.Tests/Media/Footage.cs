using System.Diagnostics;
using Streamix.Testing;

namespace Streamix.Platform.Tests.Media;

/// <summary>A real film of a few seconds, made by ffmpeg.</summary>
internal static class Footage
{
    public static async Task<byte[]> MakeAsync(int seconds = 3)
    {
        var file = Path.Combine(Directory.CreateDirectory(Repository.PathOf(".streamix", "test")).FullName, $"footage-{Guid.NewGuid():n}.mp4");
        string[] arguments =
        [
            "-nostdin", "-v", "error", "-f", "lavfi", "-i", $"testsrc2=size=640x360:rate=25:duration={seconds}", "-f", "lavfi", "-i", $"sine=frequency=440:duration={seconds}",
            "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", file,
        ];
        try
        {
            using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardError = true })!;
            var said = await ffmpeg.StandardError.ReadToEndAsync();
            await ffmpeg.WaitForExitAsync();
            return ffmpeg.ExitCode == 0 ? await File.ReadAllBytesAsync(file) : throw new InvalidOperationException(said);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
