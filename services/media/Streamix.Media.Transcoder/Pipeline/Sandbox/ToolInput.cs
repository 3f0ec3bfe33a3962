namespace Streamix.Media.Transcoder.Pipeline.Sandbox;

/// <summary>A file that ffmpeg reads.</summary>
/// <param name="File">Its path.</param>
/// <param name="Options">In front of it.</param>
internal sealed record ToolInput(string File, string Options)
{
    /// <summary>Somebody's file: whitelists apply.</summary>
    public static ToolInput Source(string file, string options = "") => new(Path.GetFullPath(file), $"{Allowed.SourceOptions} {options}");

    /// <summary>A file of our own making.</summary>
    public static ToolInput Own(string file, string options = "") => new(Path.GetFullPath(file), $"{Allowed.OwnOptions} {options}");
}

/// <summary>A file that ffmpeg writes.</summary>
/// <param name="File">Its path, or <c>-</c> for nowhere, with the format <c>null</c>.</param>
/// <param name="Options">In front of it.</param>
internal sealed record ToolOutput(string File, string Options)
{
    public string Path { get; } = File == "-" ? File : System.IO.Path.GetFullPath(File);
}
