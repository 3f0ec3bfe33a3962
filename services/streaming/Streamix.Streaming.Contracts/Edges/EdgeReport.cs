namespace Streamix.Streaming.Contracts.Edges;

/// <summary>What an edge tells of itself about every second; the first one makes it known.</summary>
/// <param name="Address">Where viewers reach it; absolute, ending in a slash.</param>
/// <param name="Region">Where it stands, as <c>eu</c>; an operator's word goes before.</param>
/// <param name="Capacity">Bits per second it can send; an operator's word goes before.</param>
/// <param name="Cost">Of a byte, relative to the others; an operator's word goes before.</param>
/// <param name="State">See <see cref="EdgeStates"/>.</param>
/// <param name="BitsPerSecond">That it sends, smoothed.</param>
/// <param name="Connections">Open now.</param>
/// <param name="HitRatio">Of requests lately, 0 to 1.</param>
/// <param name="CacheBytes">Kept now.</param>
/// <param name="Keys">Ids of the path keys it accepts.</param>
/// <param name="After">The position of the last revocation it has.</param>
/// <param name="Progress">Of its orders, as far as something changed.</param>
public sealed record EdgeReport(
    string Address, string Region, long Capacity, double Cost, string State, long BitsPerSecond, int Connections, double HitRatio, long CacheBytes,
    IReadOnlyList<string> Keys, long After, IReadOnlyList<CacheProgress> Progress);

/// <summary>How an edge is.</summary>
public static class EdgeStates
{
    /// <summary>It answers viewers.</summary>
    public const string Serving = "serving";

    /// <summary>Not yet, or not just now.</summary>
    public const string Failing = "failing";

    /// <summary>It ends: no new viewers.</summary>
    public const string Stopping = "stopping";
}

/// <summary>How far an edge is with an order.</summary>
/// <param name="Id">Of the order.</param>
/// <param name="State">See <see cref="CacheStates"/>.</param>
/// <param name="Objects">Fetched or dropped so far.</param>
/// <param name="Bytes">Of them.</param>
/// <param name="Error">Why it failed.</param>
public sealed record CacheProgress(Guid Id, string State, int Objects, long Bytes, string? Error = null);

/// <summary>States of an order.</summary>
public static class CacheStates
{
    /// <summary>The edge works on it.</summary>
    public const string Running = "running";

    /// <summary>Done.</summary>
    public const string Done = "done";

    /// <summary>Given up.</summary>
    public const string Failed = "failed";
}
