namespace Aspire.Hosting;

internal sealed record ImageReference(string? Registry, string Image, string? Tag, string? Digest)
{
    private const string DigestMark = "@sha256:";

    /// <summary>[registry/]name[:tag][@sha256:digest]; a registry has a dot, a port, or is localhost.</summary>
    public static ImageReference Parse(string reference)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reference);
        var at = reference.IndexOf(DigestMark, StringComparison.Ordinal);
        var digest = at < 0 ? null : reference[(at + DigestMark.Length)..];
        var rest = at < 0 ? reference : reference[..at];
        var colon = rest.IndexOf(':', rest.LastIndexOf('/') + 1);
        var tag = colon < 0 ? null : rest[(colon + 1)..];
        var name = colon < 0 ? rest : rest[..colon];
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? "" : name[..slash];
        return first == "localhost" || first.AsSpan().ContainsAny('.', ':')
            ? new(first, name[(slash + 1)..], tag, digest)
            : new(Registry: null, name, tag, digest);
    }
}
