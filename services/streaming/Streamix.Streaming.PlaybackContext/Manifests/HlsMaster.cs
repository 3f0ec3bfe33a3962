using System.Text;
using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Manifests;

/// <summary>
/// The multivariant playlist of a playback, made of the package's: without the renditions that are not offered, with absolute addresses, and with all of
/// it once for each edge as a pathway of its own (draft-pantos-hls-rfc8216bis, 7). Media playlists and segments follow by relative addresses.
/// </summary>
internal static class HlsMaster
{
    public const string Type = "application/vnd.apple.mpegurl";
    private const string Media = "#EXT-X-MEDIA:";
    private const string Variant = "#EXT-X-STREAM-INF:";
    private const string Frames = "#EXT-X-I-FRAME-STREAM-INF:";
    private const string Pathway = "PATHWAY-ID";
    private static readonly string[] Groups = ["AUDIO", "SUBTITLES"];

    public static string Make(string master, ManifestOrder order)
    {
        var (head, entries) = Read(master, order.Renditions);
        var text = new StringBuilder();
        foreach (var line in head)
            text.Append(line).Append('\n');
        if (order.Steering.Length > 0)
            text.Append($"#EXT-X-CONTENT-STEERING:SERVER-URI=\"{order.Steering}\",PATHWAY-ID=\"{order.Edges[0].Edge}\"\n");
        for (var i = 0; i < order.Edges.Count; i++)
            foreach (var entry in entries)
                Write(text, entry, order.Edges[i], i == 0, order.HasPathways);
        return text.ToString();
    }

    /// <summary>The rendition that a media playlist of video belongs to.</summary>
    public static string RenditionOf(string uri)
    {
        var name = uri[(uri.LastIndexOf('/') + 1)..];
        foreach (var end in (string[])[".m3u8", "-clearkey", "-iframes"])
            name = name.EndsWith(end, StringComparison.Ordinal) ? name[..^end.Length] : name;
        return name;
    }

    private static (List<string> Head, List<Entry> Entries) Read(string master, IReadOnlySet<string> renditions)
    {
        var (head, entries) = (new List<string>(), new List<Entry>());
        var lines = master.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.StartsWith(Media, StringComparison.Ordinal))
                entries.Add(new(Media, AttributeList.Parse(line[Media.Length..]), null));
            else if (line.StartsWith(Frames, StringComparison.Ordinal))
                entries.Add(new(Frames, AttributeList.Parse(line[Frames.Length..]), null));
            else if (line.StartsWith(Variant, StringComparison.Ordinal) && i + 1 < lines.Length)
                entries.Add(new(Variant, AttributeList.Parse(line[Variant.Length..]), lines[++i]));
            else if (line.StartsWith("#EXT", StringComparison.Ordinal))
                head.Add(line);
        }
        entries.RemoveAll(e => e.Tag != Media && !renditions.Contains(RenditionOf(e.Uri ?? e.Attributes.Text("URI") ?? "")));
        return (head, entries);
    }

    private static void Write(StringBuilder text, Entry entry, EdgeRoute edge, bool first, bool pathways)
    {
        var attributes = entry.Attributes.WithChanged("URI", edge.AddressOf);
        if (!first)
            attributes = entry.Tag == Media
                ? attributes.WithChanged("GROUP-ID", Group)
                : Groups.Aggregate(attributes, (all, name) => all.WithChanged(name, Group));
        if (pathways && entry.Tag != Media)
            attributes = attributes.With(Pathway, edge.Edge);
        text.Append(entry.Tag).Append(attributes).Append('\n');
        if (entry.Uri is { } uri)
            text.Append(edge.AddressOf(uri)).Append('\n');

        string Group(string name) => $"{name}-{edge.Edge}";
    }

    private sealed record Entry(string Tag, AttributeList Attributes, string? Uri);
}
