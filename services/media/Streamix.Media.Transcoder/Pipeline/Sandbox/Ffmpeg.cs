using FFMpegCore;
using Microsoft.Extensions.Options;

namespace Streamix.Media.Transcoder.Pipeline.Sandbox;

/// <summary>Runs ffmpeg in a cell, with FFMpegCore.</summary>
internal sealed partial class Ffmpeg(IOptions<PipelineOptions> options, ILogger<Ffmpeg> logger)
{
    private const int KeptLines = 200;

    /// <summary>Opens a cell, whose folder is the tool's working directory.</summary>
    public Cell Open(Limits limits) => new(Scratch, options.Value.Ffmpeg, limits, options.Value.Nice);

    /// <returns>What it said.</returns>
    /// <exception cref="ToolFailure">It failed, or was stopped by a limit.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(
        Limits limits, IReadOnlyList<ToolInput> inputs, IReadOnlyList<ToolOutput> outputs, CancellationToken cancellationToken, Action<TimeSpan>? progress = null)
    {
        using var cell = Open(limits);
        return await RunAsync(cell, inputs, outputs, cancellationToken, progress);
    }

    /// <inheritdoc cref="RunAsync(Limits, IReadOnlyList{ToolInput}, IReadOnlyList{ToolOutput}, CancellationToken, Action{TimeSpan}?)"/>
    public async Task<IReadOnlyList<string>> RunAsync(
        Cell cell, IReadOnlyList<ToolInput> inputs, IReadOnlyList<ToolOutput> outputs, CancellationToken cancellationToken, Action<TimeSpan>? progress = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var said = new Said(KeptLines);
        var run = Compose(inputs, outputs).NotifyOnStandardError(said.Add);
        if (progress is not null) run.NotifyOnProgress(progress);
        var settings = new FFOptions { BinaryFolder = Cell.Tools, WorkingDirectory = cell.Folder, TemporaryFilesFolder = cell.Folder };
        var result = await run.ProcessAsynchronously(throwOnError: false, settings, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (result.Success) return result.StandardError;
        LogFailed(run.Arguments, string.Join('\n', said.Lines.TakeLast(20)));
        throw new ToolFailure("ffmpeg", said.Reason, said.Lines, cell.Expired);
    }

    private string Scratch => options.Value.Scratch is { Length: > 0 } scratch ? scratch : Path.GetTempPath();

    private static FFMpegArgumentProcessor Compose(IReadOnlyList<ToolInput> inputs, IReadOnlyList<ToolOutput> outputs)
    {
        var arguments = FFMpegArguments.FromFileInput(inputs[0].File, true, o => o.WithCustomArgument($"-hide_banner {inputs[0].Options}"));
        foreach (var input in inputs.Skip(1)) arguments.AddFileInput(input.File, true, o => o.WithCustomArgument(input.Options));
        return arguments.OutputToMany(all =>
        {
            foreach (var output in outputs) all.OutputToFile(output.Path, true, o => o.WithCustomArgument(output.Options));
        });
    }

    [LoggerMessage(LogLevel.Debug, "ffmpeg {Arguments} failed: {Said}")]
    private partial void LogFailed(string arguments, string said);
}
