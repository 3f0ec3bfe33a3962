namespace FFMpegCore;

/// <summary>How a run ended.</summary>
public sealed class FFMpegResult
{
    internal FFMpegResult(int exitCode, IReadOnlyList<string> standardError, bool cancelled) => (ExitCode, StandardError, Cancelled) = (exitCode, standardError, cancelled);

    /// <summary>Of the process.</summary>
    public int ExitCode { get; }

    /// <summary>All lines.</summary>
    public IReadOnlyList<string> StandardError { get; }

    /// <summary>Whether it was stopped.</summary>
    public bool Cancelled { get; }

    /// <summary>Whether it did what it should.</summary>
    public bool Success => ExitCode == 0 && !Cancelled;
}
