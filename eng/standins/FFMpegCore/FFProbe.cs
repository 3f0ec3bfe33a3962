using System.Text.Json;
using FFMpegCore.Exceptions;

namespace FFMpegCore;

/// <summary>Runs ffprobe.</summary>
public static class FFProbe
{
    /// <summary>Format, streams and chapters.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FFProbeProcessException">It failed.</exception>
    public static async Task<IMediaAnalysis> AnalyseAsync(string filePath, FFOptions? ffOptions = null, string? customArguments = null, CancellationToken cancellationToken = default)
    {
        var json = await RunAsync("-show_format -sexagesimal -show_streams -show_chapters", filePath, ffOptions, customArguments, cancellationToken).ConfigureAwait(false);
        return new MediaAnalysis(filePath, json);
    }

    /// <summary>Frames, decoded.</summary>
    /// <inheritdoc cref="AnalyseAsync"/>
    public static async Task<FFProbeFrames> GetFramesAsync(string filePath, FFOptions? ffOptions = null, string? customArguments = null, CancellationToken cancellationToken = default)
    {
        var json = await RunAsync("-show_frames -sexagesimal", filePath, ffOptions, customArguments, cancellationToken).ConfigureAwait(false);
        using var document = JsonDocument.Parse(json);
        return new() { Frames = [.. Json.Items(document.RootElement, "frames").Select(FFProbeFrame.Of)] };
    }

    private static async Task<string> RunAsync(string show, string filePath, FFOptions? options, string? custom, CancellationToken cancellationToken)
    {
        if (!File.Exists(filePath)) throw new FileNotFoundException("Input file not found", filePath);
        var run = await ToolRun.RunAsync("ffprobe", $"-loglevel error -print_format json {show} \"{filePath}\" {custom}", options ?? new(), heard: null, cancellationToken).ConfigureAwait(false);
        return run.ExitCode == 0 ? run.Output : throw new FFProbeProcessException(run.ExitCode, run.Errors);
    }
}
