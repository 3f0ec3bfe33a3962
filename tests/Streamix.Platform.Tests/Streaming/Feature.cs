using System.Text.Json;
using Streamix.Platform.Tests.Media;

namespace Streamix.Platform.Tests.Streaming;

/// <summary>A published film.</summary>
internal sealed record Feature(string Name, Guid Title, JsonElement Package)
{
    public static readonly Window Everywhere = new("*", DateTimeOffset.UnixEpoch);

    /// <summary>Of its package below the edges' roots.</summary>
    public string Prefix => Package.GetProperty("prefix").GetString()!;

    public double Duration => Package.GetProperty("duration").GetDouble();

    /// <summary>From the lowest to the highest.</summary>
    public IReadOnlyList<string> Renditions => [.. Package.GetProperty("video").EnumerateArray().Select(video => video.GetProperty("name").GetString()!)];
}
