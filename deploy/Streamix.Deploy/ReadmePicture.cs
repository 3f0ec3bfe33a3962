namespace Streamix.Deploy;

/// <summary>The generated part of the README, between two comments.</summary>
internal static class ReadmePicture
{
    private const string Begin = "<!-- graph: written by ./streamix manifest -->\n", End = "<!-- /graph -->";

    /// <exception cref="DeployException">The marks are not there.</exception>
    public static string Replace(string readme, string picture)
    {
        var begin = readme.IndexOf(Begin, StringComparison.Ordinal);
        var end = readme.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin) throw new DeployException("the README has no marks for the graph");
        return $"{readme[..(begin + Begin.Length)]}```mermaid\n{picture}```\n{readme[end..]}";
    }
}
