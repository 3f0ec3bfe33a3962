using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Streamix.Streaming.PlaybackContext.Manifests;

/// <summary>The MPD of a playback, made of the package's: without the renditions that are not offered, with a base for each edge, and with content steering (ETSI TS 103 998).</summary>
internal static class DashManifest
{
    public const string Type = "application/dash+xml";

    public static string Make(string manifest, ManifestOrder order)
    {
        var document = Parse(manifest);
        var root = document.Root!;
        var dash = root.Name.Namespace;
        foreach (var set in root.Descendants(dash + "AdaptationSet").ToList())
            Reduce(set, order.Renditions);
        root.Elements(dash + "BaseURL").Remove();
        Place(root, order.Edges.Select(e => new XElement(dash + "BaseURL", order.HasPathways ? new XAttribute("serviceLocation", e.Edge) : null, e.Base)));
        if (order.Steering.Length > 0)
            root.Element(dash + "Period")!.AddBeforeSelf(new XElement(
                dash + "ContentSteering", new XAttribute("defaultServiceLocation", order.Edges[0].Edge), new XAttribute("queryBeforeStart", "false"), order.Steering));
        return $"{document.Declaration}\n{document}";
    }

    private static XDocument Parse(string manifest)
    {
        using var reader = XmlReader.Create(new StringReader(manifest), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true });
        var document = XDocument.Load(reader);
        document.Declaration ??= new("1.0", "UTF-8", null);
        return document;
    }

    private static void Reduce(XElement set, IReadOnlySet<string> renditions)
    {
        var representations = set.Elements(set.Name.Namespace + "Representation").ToList();
        if (representations.TrueForAll(r => RenditionOf(set, r) is not { } name || renditions.Contains(name)))
            return;
        representations.Where(r => RenditionOf(set, r) is { } name && !renditions.Contains(name)).Remove();
        var left = set.Elements(set.Name.Namespace + "Representation").ToList();
        if (left.Count == 0)
            set.Remove();
        foreach (var name in (string[])["Width", "Height", "Bandwidth"])
            Limit(set, left, name);
    }

    /// <summary>What the set says of the largest one no longer holds.</summary>
    private static void Limit(XElement set, List<XElement> left, string name)
    {
        if (set.Attribute($"max{name}") is not { } most || left.Count == 0)
            return;
        var attribute = name.ToLowerInvariant();
        most.Value = left.Max(r => (long?)r.Attribute(attribute) ?? (long?)set.Attribute(attribute) ?? 0).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>By where its segments lie; null for sound and text.</summary>
    private static string? RenditionOf(XElement set, XElement representation)
    {
        var template = representation.Element(set.Name.Namespace + "SegmentTemplate") ?? set.Element(set.Name.Namespace + "SegmentTemplate");
        return ((string?)template?.Attribute("initialization") ?? (string?)template?.Attribute("media"))?.Split('/') is ["video", var name, ..] ? name : null;
    }

    /// <summary>After what the schema has in front of them.</summary>
    private static void Place(XElement root, IEnumerable<XElement> bases)
    {
        if (root.Elements(root.Name.Namespace + "ProgramInformation").LastOrDefault() is { } information)
            information.AddAfterSelf(bases);
        else
            root.AddFirst(bases);
    }
}
