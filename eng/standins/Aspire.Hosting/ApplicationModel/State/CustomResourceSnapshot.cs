using System.Collections.Immutable;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>All that is shown of a resource at one moment.</summary>
public sealed record CustomResourceSnapshot
{
    private readonly ImmutableArray<HealthReportSnapshot> healthReports = [];

    /// <summary>Project, Executable, Container, Parameter …</summary>
    public required string ResourceType { get; init; }

    /// <summary>Named facts.</summary>
    public required ImmutableArray<ResourcePropertySnapshot> Properties { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? CreationTimeStamp { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? StartTimeStamp { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? StopTimeStamp { get; init; }

    /// <summary>One of <see cref="KnownResourceStates"/>, or another text.</summary>
    public ResourceStateSnapshot? State { get; init; }

    /// <summary>The exit code, once there is one.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Null unless running; the worst of <see cref="HealthReports"/>, healthy without any.</summary>
    public HealthStatus? HealthStatus => State?.Text != KnownResourceStates.Running ? null
        : healthReports.IsEmpty ? Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy
        : healthReports.Min(r => r.Status ?? Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Unhealthy);

    /// <summary>One per health check.</summary>
    public ImmutableArray<HealthReportSnapshot> HealthReports
    {
        get => healthReports;
        internal init => healthReports = value;
    }

    /// <summary>Environment of the process.</summary>
    public ImmutableArray<EnvironmentVariableSnapshot> EnvironmentVariables { get; init; } = [];

    /// <summary>Where it is reached.</summary>
    public ImmutableArray<UrlSnapshot> Urls { get; init; } = [];

    /// <summary>Mounts.</summary>
    public ImmutableArray<VolumeSnapshot> Volumes { get; init; } = [];

    /// <summary>Commands and whether they can be run now.</summary>
    public ImmutableArray<ResourceCommandSnapshot> Commands { get; init; } = [];

    /// <summary>Which resources it refers to.</summary>
    public ImmutableArray<RelationshipSnapshot> Relationships { get; init; } = [];

    /// <summary>Whether lists leave it out.</summary>
    public bool IsHidden { get; init; }

    /// <summary>A Fluent UI icon.</summary>
    public string? IconName { get; init; }

    /// <summary>Style of the icon.</summary>
    public IconVariant? IconVariant { get; init; }

    internal EventSnapshot? ResourceReadyEvent { get; init; }

    internal long Version { get; init; }
}

internal sealed record EventSnapshot(Task EventTask);
