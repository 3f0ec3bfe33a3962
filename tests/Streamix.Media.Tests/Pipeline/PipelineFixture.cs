using Streamix.Media.Transcoder.Pipeline.Packaging;
using Streamix.Media.Transcoder.Pipeline.Texts;

namespace Streamix.Media.Tests.Pipeline;

/// <summary>One film with everything, encrypted.</summary>
public sealed class PipelineFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("streamix-source-").FullName;

    internal TitleRun Title { get; private set; } = null!;

    internal static Protection Protection { get; } = new("cenc", [Key("sd", 0x10), Key("audio", 0x20)]);

    public async Task InitializeAsync()
    {
        var (source, captions) = (Path.Combine(_folder, "film.mkv"), Path.Combine(_folder, "fr.srt"));
        await File.WriteAllTextAsync(captions, "1\n00:00:01,000 --> 00:00:02,500\nBonjour.\n");
        await MediaFiles.RunAsync("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=size=854x480:rate=24000/1001:duration=13", "-f", "lavfi", "-i", "sine=frequency=500:beep_factor=4:sample_rate=48000:duration=13",
            "-map", "0", "-map", "1", "-map", "1", "-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=ger", "-c:v", "libx264", "-preset", "ultrafast", "-crf", "18", "-g", "70", "-pix_fmt", "yuv420p", "-c:a", "aac", "-ac", "2", source);
        Title = await TitleRun.MakeAsync(source, Protection, [new TextFile(captions, "fra", "subtitles", "srt")], ("Transcoder:Chunk", "00:00:04"));
    }

    public Task DisposeAsync()
    {
        Title?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private static PackageKey Key(string tier, byte first) =>
        new(tier, [.. Enumerable.Range(first, 16).Select(i => (byte)i)], [.. Enumerable.Range(first + 0x80, 16).Select(i => (byte)i)], [], []);
}
