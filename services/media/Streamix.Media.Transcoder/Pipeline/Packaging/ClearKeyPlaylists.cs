using System.Text.RegularExpressions;

namespace Streamix.Media.Transcoder.Pipeline.Packaging;

/// <summary>
/// A second set of playlists over the same segments. hls.js asks a Clear Key licence server only for <c>KEYFORMAT="org.w3.clearkey"</c>,
/// and other players refuse exactly that.
/// </summary>
internal static partial class ClearKeyPlaylists
{
    public const string Master = "clearkey.m3u8";

    public static async Task WriteAsync(string folder, string master, CancellationToken cancellationToken)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.m3u8").Where(file => !IsClearKey(Path.GetFileName(file))).ToList())
        {
            var name = Path.GetFileName(file);
            var text = await File.ReadAllTextAsync(file, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, name == master ? Master : Renamed(name)), name == master ? Index(text) : Media(text), cancellationToken);
        }
    }

    /// <summary>The multivariant playlist, pointing to the playlists of this set.</summary>
    public static string Index(string text) => PlaylistName().Replace(text, match => Renamed(match.Value));

    /// <summary>A media playlist with the key format changed; its key ids stay.</summary>
    public static string Media(string text) => Key().Replace(text, match =>
    {
        var keyId = Convert.ToHexStringLower(Convert.FromBase64String(match.Groups["id"].Value));
        return $"URI=\"data:text/plain;base64,{match.Groups["id"].Value}\"{match.Groups["iv"].Value},KEYFORMAT=\"org.w3.clearkey\",KEYFORMATVERSIONS=\"1\",KEYID=0x{keyId}";
    });

    private static bool IsClearKey(string name) => name == Master || name.EndsWith("-clearkey.m3u8", StringComparison.Ordinal);

    private static string Renamed(string name) => $"{name[..^".m3u8".Length]}-clearkey.m3u8";

    [GeneratedRegex(@"[A-Za-z0-9_.-]+\.m3u8", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlaylistName();

    [GeneratedRegex("""URI="data:text/plain;base64,(?<id>[A-Za-z0-9+/=]+)"(?<iv>,IV=0x[0-9A-Fa-f]+)?,KEYFORMAT="identity"(,KEYFORMATVERSIONS="1")?""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();
}
