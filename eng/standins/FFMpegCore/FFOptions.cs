namespace FFMpegCore;

/// <summary>Where the tools are and where they run.</summary>
public class FFOptions
{
    /// <summary>Of the tools' processes.</summary>
    public string WorkingDirectory { get; set; } = string.Empty;

    /// <summary>The folder with ffmpeg and ffprobe; empty for the search path.</summary>
    public string BinaryFolder { get; set; } = string.Empty;

    /// <summary>For temporary files.</summary>
    public string TemporaryFilesFolder { get; set; } = Path.GetTempPath();

    internal string PathOf(string tool) => BinaryFolder.Length > 0 && File.Exists(Path.Combine(BinaryFolder, tool)) ? Path.Combine(BinaryFolder, tool) : tool;
}
