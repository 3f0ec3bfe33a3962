using System.Text.Json.Serialization;

namespace Aspire.Hosting.Dcp.Model;

internal sealed record ContainerSpec
{
    public string? Image { get; init; }
    public string? ContainerName { get; init; }
    public BuildContext? Build { get; init; }
    public IReadOnlyList<VolumeMount>? VolumeMounts { get; init; }
    public IReadOnlyList<ContainerPort>? Ports { get; init; }
    public IReadOnlyList<EnvVar>? Env { get; init; }
    public string? Command { get; init; }
    public IReadOnlyList<string>? Args { get; init; }
    public IReadOnlyList<string>? RunArgs { get; init; }
    public bool? Persistent { get; init; }
    public string? PullPolicy { get; init; }
    public bool? Stop { get; init; }
    public IReadOnlyList<NetworkConnection>? Networks { get; init; }
}

internal sealed record BuildContext(string Context)
{
    public string? Dockerfile { get; init; }
    public string? Stage { get; init; }
    public IReadOnlyList<EnvVar>? Args { get; init; }
}

/// <param name="Type">bind or volume.</param>
internal sealed record VolumeMount(string Type, string? Source, string Target, bool ReadOnly);

internal sealed record ContainerPort([property: JsonPropertyName("containerPort")] int Number, string Protocol = "TCP")
{
    public int? HostPort { get; init; }

    [JsonPropertyName("hostIP")]
    public string? HostAddress { get; init; }
}

internal sealed record NetworkConnection(string Name, IReadOnlyList<string> Aliases);

internal sealed record ContainerStatus
{
    public string? State { get; init; }
    public string? Message { get; init; }
    public string? ContainerName { get; init; }
    public string? ContainerId { get; init; }
    public int? ExitCode { get; init; }
    public DateTimeOffset? StartupTimestamp { get; init; }
    public DateTimeOffset? FinishTimestamp { get; init; }
    public IReadOnlyList<EnvVar>? EffectiveEnv { get; init; }
    public IReadOnlyList<string>? EffectiveArgs { get; init; }
}

internal sealed record ContainerNetworkSpec(string NetworkName)
{
    public bool? Persistent { get; init; }
}

internal sealed record ContainerNetworkStatus(string? State);
