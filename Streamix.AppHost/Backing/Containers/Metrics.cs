namespace Streamix.AppHost.Backing.Containers;

/// <summary>Prometheus and a Grafana with the dashboards of <c>deploy/dashboards</c>.</summary>
internal static class Metrics
{
    public static void Add(Platform platform)
    {
        var deploy = Path.GetFullPath(Path.Combine(platform.Builder.AppHostDirectory, "..", "deploy"));
        var folder = Path.Combine(platform.Options.DataFolder, "prometheus");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "prometheus.yml"),
            File.ReadAllText(Path.Combine(deploy, "prometheus", "prometheus.yml")).Replace("@TARGETS@", "/etc/prometheus/targets.json", StringComparison.Ordinal));

        var prometheus = platform.Builder.AddContainer("prometheus", "prom/prometheus", "v3.7.3")
            .WithBindMount(folder, "/etc/prometheus", isReadOnly: true)
            .WithHttpEndpoint(platform.Ports.Prometheus, 9090)
            .WithHttpHealthCheck("/-/ready")
            .WithScrapeTargets(platform, Path.Combine(folder, "targets.json"), "host.docker.internal");
        platform.Builder.AddContainer("grafana", "grafana/grafana", "12.2.1")
            .WithEnvironment("PROMETHEUS_URL", prometheus.GetEndpoint("http"))
            .WithEnvironment("GF_AUTH_ANONYMOUS_ENABLED", "true")
            .WithBindMount(Path.Combine(deploy, "grafana", "provisioning"), "/etc/grafana/provisioning", isReadOnly: true)
            .WithBindMount(Path.Combine(deploy, "dashboards"), "/var/lib/grafana/dashboards", isReadOnly: true)
            .WithHttpEndpoint(targetPort: 3000)
            .WithHttpHealthCheck("/api/health")
            .WaitFor(prometheus);
    }
}
