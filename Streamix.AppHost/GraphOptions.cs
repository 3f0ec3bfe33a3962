using Microsoft.Extensions.Configuration;

namespace Streamix.AppHost;

/// <summary>What one may say of a start: <c>--backing</c>, <c>--only</c>, <c>--sample</c>, <c>--data</c>, <c>--ports</c>.</summary>
internal sealed record GraphOptions(BackingKind Backing, IReadOnlySet<string> Only, int SampleCopies, string DataFolder, bool RandomPorts)
{
    private static readonly string[] Clusters =
        ["auth", "users", "media", "streaming", "discovery", "engagement", "comms", "billing", "analytics", "support", "infra", "frontend", "sample"];

    public static GraphOptions From(IDistributedApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        return new(
            BackingChoice.From(configuration["backing"], builder.ExecutionContext),
            ParseOnly(configuration["only"]),
            ParseCopies(configuration["sample"]),
            Path.GetFullPath(configuration["data"] ?? Path.Combine(builder.AppHostDirectory, "..", ".streamix", "data")),
            configuration["ports"] switch
            {
                null or "" or "fixed" => false,
                "random" => true,
                var other => throw new DistributedApplicationException($"--ports takes fixed or random, not '{other}'."),
            });
    }

    /// <summary>Is this cluster part of the start? Without <c>--only</c> all are.</summary>
    public bool Includes(string cluster) => Only.Count == 0 || Only.Contains(cluster);

    private static HashSet<string> ParseOnly(string? text)
    {
        var names = (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unknown = names.Except(Clusters, StringComparer.OrdinalIgnoreCase).ToArray();
        if (unknown.Length > 0)
            throw new DistributedApplicationException($"--only does not know {string.Join(", ", unknown)}; the clusters are {string.Join(", ", Clusters)}.");
        return names;
    }

    private static int ParseCopies(string? text) => text switch
    {
        null or "" or "false" => 0,
        "true" => 1,
        _ when int.TryParse(text, out var copies) && copies is >= 0 and <= 200 => copies,
        _ => throw new DistributedApplicationException($"--sample takes true, false or a number of copies up to 200, not '{text}'."),
    };
}
