namespace Streamix.LocalS3.Cors;

internal sealed record CorsRule(
    IReadOnlyList<string> Origins, IReadOnlyList<string> Methods, IReadOnlyList<string> Headers, IReadOnlyList<string> Exposed, int? MaxAgeSeconds)
{
    public bool Allows(string origin, string method, IEnumerable<string> headers) =>
        Methods.Contains(method)
        && Origins.Any(o => Wildcard.Matches(o, origin, StringComparison.Ordinal))
        && headers.All(h => Headers.Any(a => Wildcard.Matches(a, h, StringComparison.OrdinalIgnoreCase)));
}
