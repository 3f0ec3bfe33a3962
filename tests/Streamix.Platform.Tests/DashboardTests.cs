using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Streamix.Testing;
using Xunit;

namespace Streamix.Platform.Tests;

/// <summary>The dashboards of deploy/dashboards ask for what the running services really expose.</summary>
[Collection(nameof(Graph))]
public sealed partial class DashboardTests(Graph graph)
{
    public static TheoryData<string> Dashboards => [.. Directory.GetFiles(Repository.PathOf("deploy", "dashboards"), "*.json").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Dashboards))]
    public async Task Dashboard_EveryMetricItAsksFor_IsExposed(string dashboard)
    {
        using var client = graph.CreateClient(Guid.CreateVersion7());
        await Notes.WriteAsync(client, "So that there is something to measure");

        var exposed = (await ScrapeAsync("infra-gateway")).Concat(await ScrapeAsync("sample-notes")).ToHashSet(StringComparer.Ordinal);

        MetricsOf(dashboard).ShouldNotBeEmpty();
        MetricsOf(dashboard).Except(exposed).ShouldBeEmpty();
    }

    [Fact]
    public async Task Metrics_OfTheOutbox_AreThereOnceItWasLookedInto() => await Until.TrueAsync(
        async () => (await ReadAsync("sample-notes")).Contains("\nstreamix_messaging_outbox_pending 0", StringComparison.Ordinal), "the backlog is told", TimeSpan.FromSeconds(60));

    private async Task<string> ReadAsync(string service)
    {
        using var http = new HttpClient { BaseAddress = (await graph.ProcessesAsync(service))[0].Address };
        return await http.GetStringAsync("/metrics");
    }

    private async Task<IEnumerable<string>> ScrapeAsync(string service) => Families().Matches(await ReadAsync(service))
        .SelectMany(family => family.Groups["kind"].Value == "histogram" ? ["_bucket", "_sum", "_count"] : (string[])[""], (family, suffix) => family.Groups["name"].Value + suffix);

    private static HashSet<string> MetricsOf(string dashboard)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("deploy", "dashboards", dashboard)));
        var panels = document.RootElement.GetProperty("panels").EnumerateArray().SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .Select(target => target.GetProperty("expr").GetString()!);
        var variables = document.RootElement.GetProperty("templating").GetProperty("list").EnumerateArray()
            .Select(variable => variable.GetProperty("query").GetProperty("query").GetString()!);
        return [.. panels.SelectMany(query => Selectors().Matches(query)).Concat(variables.SelectMany(query => LabelValues().Matches(query))).Select(match => match.Groups["name"].Value)];
    }

    [GeneratedRegex(@"^# TYPE (?<name>\S+) (?<kind>\S+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Families();

    [GeneratedRegex(@"(?<name>[a-z_][a-z0-9_]*)\{", RegexOptions.ExplicitCapture)]
    private static partial Regex Selectors();

    [GeneratedRegex(@"label_values\((?<name>[a-z_][a-z0-9_]*),", RegexOptions.ExplicitCapture)]
    private static partial Regex LabelValues();
}
