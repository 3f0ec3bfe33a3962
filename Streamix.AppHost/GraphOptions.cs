using Microsoft.Extensions.Configuration;

namespace Streamix.AppHost;

/// <summary>What one may say of a start: <c>--backing</c>, <c>--only</c>, <c>--sample</c>, <c>--data</c>, <c>--ports</c>, <c>--vite</c>, <c>--demo</c>.</summary>
internal sealed record GraphOptions(BackingKind Backing, IReadOnlySet<string> Only, int SampleCopies, string DataFolder, bool RandomPorts, bool Vite = false, bool Demo = false)
{
    private readonly HashSet<string> _clusters = [];

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
            },
            ParseSwitch("vite", configuration["vite"]) && builder.ExecutionContext.IsRunMode,
            ParseSwitch("demo", configuration["demo"]));
    }

    /// <summary>Is this cluster part of the start? Without <c>--only</c> all are.</summary>
    public bool Includes(string cluster)
    {
        _clusters.Add(cluster);
        return Only.Count == 0 || Only.Contains(cluster);
    }

    /// <exception cref="DistributedApplicationException">A cluster was asked for that has none of these services.</exception>
    public void RefuseEmptyClusters(IEnumerable<string> services)
    {
        var empty = Only.Except(services.Select(service => service.Split('-')[0]), StringComparer.OrdinalIgnoreCase).ToArray();
        if (empty.Length > 0)
            throw new DistributedApplicationException(
                $"--only {string.Join(",", empty)} adds nothing. The clusters are {string.Join(", ", _clusters.Order(StringComparer.Ordinal))}; sample takes --sample too.");
    }

    private static HashSet<string> ParseOnly(string? text) =>
        (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static bool ParseSwitch(string name, string? text) => text switch
    {
        null or "" or "false" => false,
        "true" => true,
        _ => throw new DistributedApplicationException($"--{name} takes true or false, not '{text}'."),
    };

    private static int ParseCopies(string? text) => text switch
    {
        null or "" or "false" => 0,
        "true" => 1,
        _ when int.TryParse(text, out var copies) && copies is >= 0 and <= 200 => copies,
        _ => throw new DistributedApplicationException($"--sample takes true, false or a number of copies up to 200, not '{text}'."),
    };
}
