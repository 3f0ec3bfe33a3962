namespace Streamix.Media.Transcoder.Pipeline.Probing;

/// <summary>What is known of containers.</summary>
internal static class Containers
{
    private static readonly string[] Indexed = ["mov", "mp4", "matroska", "webm", "avi", "mxf"];

    /// <summary>Whether seeking lands where it should.</summary>
    public static bool HaveIndex(string formats) => formats.Split(',').Intersect(Indexed).Any();
}
