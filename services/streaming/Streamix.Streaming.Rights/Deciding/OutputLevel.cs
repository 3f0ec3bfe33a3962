namespace Streamix.Streaming.Rights.Deciding;

/// <summary>How well an output is protected, in rising order.</summary>
internal enum OutputLevel
{
    None = 0,
    Hdcp1 = 1,
    Hdcp22 = 2,
}

/// <summary>Output levels as the contract writes them.</summary>
internal static class Output
{
    public const string Words = "none, hdcp-1 or hdcp-2.2";

    /// <summary>Nothing said means none.</summary>
    public static bool TryParse(string? text, out OutputLevel level)
    {
        level = text switch { "hdcp-2.2" => OutputLevel.Hdcp22, "hdcp-1" => OutputLevel.Hdcp1, _ => OutputLevel.None };
        return text is null or "" or "none" || level != OutputLevel.None;
    }

    public static string Text(OutputLevel level) => level switch { OutputLevel.Hdcp22 => "hdcp-2.2", OutputLevel.Hdcp1 => "hdcp-1", _ => "none" };
}
