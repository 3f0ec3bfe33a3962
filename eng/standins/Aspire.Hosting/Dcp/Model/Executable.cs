namespace Aspire.Hosting.Dcp.Model;

internal sealed record ExecutableSpec
{
    public required string ExecutablePath { get; init; }
    public string? WorkingDirectory { get; init; }
    public IReadOnlyList<string>? Args { get; init; }
    public IReadOnlyList<EnvVar>? Env { get; init; }
    public AmbientEnvironment? AmbientEnvironment { get; init; }
    public bool? Stop { get; init; }
}

internal sealed record EnvVar(string Name, string? Value);

/// <param name="Behavior">Inherit or DoNotInherit, from the control plane's own environment.</param>
internal sealed record AmbientEnvironment(string Behavior);

internal sealed record ExecutableStatus
{
    public string? State { get; init; }
    public int? Pid { get; init; }
    public int? ExitCode { get; init; }
    public DateTimeOffset? StartupTimestamp { get; init; }
    public DateTimeOffset? FinishTimestamp { get; init; }
    public IReadOnlyList<EnvVar>? EffectiveEnv { get; init; }
    public IReadOnlyList<string>? EffectiveArgs { get; init; }
}
