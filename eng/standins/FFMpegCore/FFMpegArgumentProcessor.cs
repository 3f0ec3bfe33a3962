using System.Globalization;
using System.Text.RegularExpressions;
using FFMpegCore.Exceptions;

namespace FFMpegCore;

/// <summary>Runs ffmpeg.</summary>
public partial class FFMpegArgumentProcessor
{
    private readonly IReadOnlyList<string> _verified;
    private Action<string>? _onError;
    private Action<TimeSpan>? _onProgress;

    internal FFMpegArgumentProcessor(string arguments, IReadOnlyList<string> verified) => (Arguments, _verified) = (arguments, verified);

    /// <summary>The command line.</summary>
    public string Arguments { get; }

    /// <summary>Called with every line.</summary>
    public FFMpegArgumentProcessor NotifyOnStandardError(Action<string> onStandardError)
    {
        _onError = onStandardError;
        return this;
    }

    /// <summary>Called with the time of the output so far.</summary>
    public FFMpegArgumentProcessor NotifyOnProgress(Action<TimeSpan> onTimeProgress)
    {
        _onProgress = onTimeProgress;
        return this;
    }

    /// <exception cref="FFMpegProcessException">It failed, and <paramref name="throwOnError"/>.</exception>
    /// <exception cref="OperationCanceledException">It was killed.</exception>
    public async Task<FFMpegResult> ProcessAsynchronously(bool throwOnError = true, FFOptions? ffOptions = null, CancellationToken cancellationToken = default)
    {
        if (_verified.FirstOrDefault(file => !File.Exists(file)) is { } missing) throw new FileNotFoundException("Input file not found", missing);
        var run = await ToolRun.RunAsync("ffmpeg", _onProgress is null ? Arguments : $"{Arguments} -stats", ffOptions ?? new(), Heard, cancellationToken).ConfigureAwait(false);
        var result = new FFMpegResult(run.ExitCode, run.Errors, cancelled: false);
        return result.Success || !throwOnError ? result : throw new FFMpegProcessException(result);
    }

    private void Heard(string line)
    {
        _onError?.Invoke(line);
        if (_onProgress is not null && Time().Match(line) is { Success: true } time) _onProgress(TimeSpan.Parse(time.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"time=(\d\d:\d\d:\d\d\.\d\d?)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Time();
}
