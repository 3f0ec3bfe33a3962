using System.Text.Json;
using FFMpegCore;
using FFMpegCore.Exceptions;
using Microsoft.Extensions.Options;

namespace Streamix.Media.Transcoder.Pipeline.Sandbox;

/// <summary>Runs ffprobe in a cell, with FFMpegCore.</summary>
internal sealed class Ffprobe(IOptions<PipelineOptions> options)
{
    /// <exception cref="ToolFailure">It failed, was stopped by a limit, or said what nobody understands.</exception>
    public Task<IMediaAnalysis> AnalyseAsync(string file, CancellationToken cancellationToken) =>
        RunAsync((o, token) => FFProbe.AnalyseAsync(Path.GetFullPath(file), o, $"{Allowed.SourceOptions} -max_pixels {options.Value.MostPixels}", token), cancellationToken);

    /// <summary>The first frames of a stream, decoded.</summary>
    /// <inheritdoc cref="AnalyseAsync"/>
    public Task<FFProbeFrames> FirstFramesAsync(string file, int stream, int count, CancellationToken cancellationToken) =>
        RunAsync(
            (o, token) => FFProbe.GetFramesAsync(Path.GetFullPath(file), o, $"{Allowed.SourceOptions} -max_pixels {options.Value.MostPixels} -select_streams {stream} -read_intervals %+#{count}", token),
            cancellationToken);

    private async Task<T> RunAsync<T>(Func<FFOptions, CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var limits = new Limits(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60), settings.ProbeMegabytes * 1024L * 1024, 1024 * 1024);
        using var cell = new Cell(settings.Scratch is { Length: > 0 } scratch ? scratch : Path.GetTempPath(), settings.Ffprobe, limits, settings.Nice);
        try
        {
            return await run(new FFOptions { BinaryFolder = Cell.Tools, WorkingDirectory = cell.Folder, TemporaryFilesFolder = cell.Folder }, cancellationToken);
        }
        catch (Exception failure) when (failure is FFMpegException or JsonException or FormatException or OverflowException or ArgumentException or InvalidOperationException
            or NullReferenceException or IndexOutOfRangeException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new ToolFailure("ffprobe", failure.Message, failure.Message.Split('\n'), cell.Expired);
        }
    }
}
