using System.Net;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.CdnOrchestrator.Signing;
using Streamix.Streaming.Contracts.Edges;
using V1 = Streamix.Streaming.Contracts.Edges.V1;

namespace Streamix.Streaming.CdnOrchestrator.Calls;

/// <summary>Reads what other services send; what cannot be meant is refused.</summary>
internal static class Requests
{
    private const int MostRenditions = 32;

    public static RouteOrder Read(V1.RouteRequest request, DateTimeOffset now, TimeSpan longest)
    {
        var address = AddressOf(request);
        return new(
            Id("asset_id", request.AssetId),
            CountryOf(request.Country),
            new(Id("playback_id", request.PlaybackId), PrefixOf(request.Prefix), RenditionsOf(request.Renditions), Until(request.ExpiresAt?.ToDateTimeOffset(), now, longest), address));
    }

    public static Guid Id(string field, string text) =>
        Guid.TryParse(text, out var id) && id != Guid.Empty ? id : throw ProblemException.BadRequest(field, "is not an id");

    private static string PrefixOf(string prefix) =>
        PathToken.IsPrefix(prefix) ? prefix : throw ProblemException.BadRequest("prefix", "must be folders of plain names, ending in a slash");

    private static string[] RenditionsOf(ICollection<string> names) =>
        names.Count <= MostRenditions && names.All(PathToken.IsRendition) && names.Distinct(StringComparer.Ordinal).Count() == names.Count
            ? [.. names]
            : throw ProblemException.BadRequest("renditions", "must be names of renditions, each once");

    private static string CountryOf(string country) =>
        country.Length == 0 || country.Length == 2 && country.All(char.IsAsciiLetter) ? country.ToUpperInvariant() : throw ProblemException.BadRequest("country", "must be two letters, or empty");

    private static IPAddress? AddressOf(V1.RouteRequest request)
    {
        if (!request.BindAddress)
            return null;
        return IPAddress.TryParse(request.Address, out var address) ? address : throw ProblemException.BadRequest("address", "is no address");
    }

    /// <summary>In whole seconds, as tokens count.</summary>
    private static DateTimeOffset Until(DateTimeOffset? end, DateTimeOffset now, TimeSpan longest) =>
        end > now && end <= now + longest
            ? DateTimeOffset.FromUnixTimeSeconds(end.Value.ToUnixTimeSeconds())
            : throw ProblemException.BadRequest("expires_at", $"must lie in the future, at most {longest.TotalMinutes:0.#} minutes");
}

/// <summary>Who wants what from the edges.</summary>
internal sealed record RouteOrder(Guid AssetId, string Country, SigningOrder Signing);
