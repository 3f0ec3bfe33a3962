#pragma warning disable CA1032 // as the package has them

namespace FFMpegCore.Exceptions;

/// <summary>A tool failed.</summary>
public class FFMpegException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>ffmpeg ended with an error.</summary>
public class FFMpegProcessException(FFMpegResult result) : FFMpegException($"ffmpeg exited with non-zero exit-code ({result.ExitCode} - {string.Join('\n', result.StandardError)})")
{
    /// <summary>How it ended.</summary>
    public FFMpegResult Result { get; } = result;
}

/// <summary>ffprobe failed.</summary>
public class FFProbeException(string message, Exception? innerException = null) : FFMpegException(message, innerException);

/// <summary>ffprobe ended with an error.</summary>
public class FFProbeProcessException(int exitCode, IReadOnlyList<string> standardError, Exception? innerException = null)
    : FFProbeException($"ffprobe exited with non-zero exit-code ({exitCode} - {string.Join('\n', standardError)})", innerException)
{
    /// <summary>Of the process.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>All lines.</summary>
    public IReadOnlyList<string> StandardError { get; } = standardError;
}
