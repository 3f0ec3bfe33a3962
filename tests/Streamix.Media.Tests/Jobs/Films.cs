using System.Diagnostics;

namespace Streamix.Media.Tests.Jobs;

/// <summary>Small real films.</summary>
internal static class Films
{
    /// <summary>A film with sound, as bytes.</summary>
    public static async Task<byte[]> MakeAsync(int seconds)
    {
        var file = Path.Combine(Path.GetTempPath(), $"film-{Guid.NewGuid():n}.mp4");
        try
        {
            await RunAsync(
                "ffmpeg", "-v", "error", "-f", "lavfi", "-i", $"testsrc2=size=320x180:rate=25:duration={seconds}", "-f", "lavfi", "-i", $"sine=frequency=440:duration={seconds}",
                "-c:v", "libx264", "-preset", "ultrafast", "-g", "25", "-pix_fmt", "yuv420p", "-c:a", "aac", "-ac", "2", "-shortest", file);
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Frames that decode without a complaint.</summary>
    public static async Task<int> FramesAsync(string playlist)
    {
        var said = await RunAsync("ffprobe", "-v", "error", "-allowed_extensions", "ALL", "-select_streams", "v:0", "-count_frames", "-show_entries", "stream=nb_read_frames", "-of", "csv=p=0", playlist);
        return int.Parse(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)[0].Trim(','));
    }

    private static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        (await errors).ShouldBeEmpty();
        return await output;
    }
}
