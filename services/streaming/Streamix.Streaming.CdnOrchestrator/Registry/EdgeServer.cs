using System.Text.RegularExpressions;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Streaming.CdnOrchestrator.Registry;

/// <summary>Somewhere that bytes come from, as operators have set it. How it is at the moment stands in <see cref="EdgeLoad"/>.</summary>
internal sealed partial class EdgeServer : IVersioned
{
    /// <summary>Begins the names of our own edges, and of no other service.</summary>
    public const string OwnPrefix = "streaming-edge-";

    public const int LongestName = 64;
    public const int LongestAddress = 200;
    public const int LongestRegion = 32;

    public EdgeServer(string name, EdgeKind kind, string address, EdgeTerms terms, DateTimeOffset now)
    {
        (Name, Kind, CreatedAt) = (name, kind, now);
        Take(address, terms, now);
    }

    private EdgeServer()
    {
    }

    /// <summary>The resource's name; players see it as pathway and service location.</summary>
    public string Name { get; private set; } = "";

    public EdgeKind Kind { get; private set; }

    /// <summary>Where viewers reach it; absolute, ending in a slash.</summary>
    public string Address { get; private set; } = "";

    public string Region { get; private set; } = "";

    /// <summary>Bits per second.</summary>
    public long Capacity { get; private set; }

    /// <summary>Of a byte, relative to the others.</summary>
    public double Cost { get; private set; }

    /// <summary>An operator's word on top of capacity and cost; 1 says nothing, 0 is for the last resort.</summary>
    public double Weight { get; private set; }

    public EdgeState State { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public uint Version { get; private set; }

    public void Take(string address, EdgeTerms terms, DateTimeOffset now) =>
        (Address, Region, Capacity, Cost, Weight, State, ChangedAt) = (address, terms.Region, terms.Capacity, terms.Cost, terms.Weight, terms.State, now);

    public static bool IsName(string text) => text.Length <= LongestName && NameShape().IsMatch(text);

    public static bool IsOwnName(string text) => text.StartsWith(OwnPrefix, StringComparison.Ordinal) && IsName(text);

    /// <summary>http or https, a host, and a path that ends in a slash.</summary>
    public static bool IsAddress(string text) =>
        text.Length <= LongestAddress && text.EndsWith('/') && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0;

    public static bool IsRegion(string text) => text.Length <= LongestRegion && (text.Length == 0 || NameShape().IsMatch(text));

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameShape();
}

/// <summary>What operators decide of an edge.</summary>
internal sealed record EdgeTerms(string Region, long Capacity, double Cost, double Weight, EdgeState State);

/// <summary>Who runs it, and so how its addresses are signed.</summary>
internal enum EdgeKind
{
    Own,
    CloudFront,
}

/// <summary>What operators want of it.</summary>
internal enum EdgeState
{
    /// <summary>It is chosen.</summary>
    Active,

    /// <summary>Not for new playbacks; those that run may stay.</summary>
    Draining,

    /// <summary>For nothing.</summary>
    Off,
}
