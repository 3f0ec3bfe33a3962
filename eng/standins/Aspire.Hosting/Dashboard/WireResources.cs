using Aspire.Hosting.Dashboard.Wire;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Dashboard;

/// <summary>Turns a snapshot into what the dashboard reads.</summary>
internal static class WireResources
{
    public static WireResource From(ResourceEvent change)
    {
        var snapshot = change.Snapshot;
        var wire = new WireResource
        {
            Name = change.ResourceId,
            DisplayName = change.Resource.Name,
            ResourceType = snapshot.ResourceType,
            Uid = change.ResourceId,
            CreatedAt = Time(snapshot.CreationTimeStamp) ?? Timestamp.FromDateTime(DateTime.UnixEpoch),
            StartedAt = Time(snapshot.StartTimeStamp),
            StoppedAt = Time(snapshot.StopTimeStamp),
            IsHidden = snapshot.IsHidden || snapshot.State?.Text == KnownResourceStates.Hidden,
            SupportsDetailedTelemetry = change.Resource is ProjectResource,
        };
        if (snapshot.State is { Text: var text } state)
        {
            wire.State = text;
            if (state.Style is { } style)
                wire.StateStyle = style;
        }
        if (snapshot.IconName is { } icon)
            wire.IconName = icon;
        if (snapshot.IconVariant is { } variant)
            wire.IconVariant = (int)variant;
        wire.Environment.AddRange(snapshot.EnvironmentVariables.Select(From));
        wire.Urls.AddRange(snapshot.Urls.Select(From));
        wire.Volumes.AddRange(snapshot.Volumes.Select(From));
        wire.Properties.AddRange(Common(snapshot).Concat(snapshot.Properties).Where(p => p.Value is not null).Select(From));
        wire.HealthReports.AddRange(snapshot.HealthReports.Select(From));
        wire.Relationships.AddRange(snapshot.Relationships.Select(r => new WireRelationship { ResourceName = r.ResourceName, Type = r.Type }));
        wire.Commands.AddRange(snapshot.Commands.Select(From));
        return wire;
    }

    // The dashboard tells a bad end from a good one by the property alone.
    private static IEnumerable<ResourcePropertySnapshot> Common(CustomResourceSnapshot snapshot) =>
        [new("resource.exitCode", snapshot.ExitCode), new("resource.healthState", snapshot.HealthStatus?.ToString())];

    private static Timestamp? Time(DateTime? time) => time is { } known ? Timestamp.FromDateTime(DateTime.SpecifyKind(known, DateTimeKind.Utc)) : null;

    private static WireVariable From(EnvironmentVariableSnapshot variable)
    {
        var wire = new WireVariable { Name = variable.Name, IsFromSpec = variable.IsFromSpec };
        if (variable.Value is { } value)
            wire.Value = value;
        return wire;
    }

    private static WireUrl From(UrlSnapshot url)
    {
        var wire = new WireUrl
        {
            FullUrl = url.Url,
            IsInternal = url.IsInternal,
            IsInactive = url.IsInactive,
            DisplayProperties = new UrlDisplay { DisplayName = url.DisplayProperties.DisplayName, SortOrder = url.DisplayProperties.SortOrder },
        };
        if (url.Name is { } name)
            wire.EndpointName = name;
        return wire;
    }

    private static WireVolume From(VolumeSnapshot volume) =>
        new() { Source = volume.Source ?? "", Target = volume.Target, MountType = volume.MountType, IsReadOnly = volume.IsReadOnly };

    private static WireProperty From(ResourcePropertySnapshot property) =>
        new() { Name = property.Name, Value = WireValues.From(property.Value), IsSensitive = property.IsSensitive };

    private static WireHealthReport From(HealthReportSnapshot report)
    {
        var wire = new WireHealthReport
        {
            Key = report.Name,
            Description = report.Description ?? "",
            Exception = report.ExceptionText ?? "",
            LastRunAt = Time(report.LastRunAt),
        };
        if (report.Status is { } status)
            wire.Status = status switch { HealthStatus.Healthy => 0, HealthStatus.Degraded => 2, _ => 1 };
        return wire;
    }

    private static WireCommand From(ResourceCommandSnapshot command)
    {
        var wire = new WireCommand
        {
            Name = command.Name,
            DisplayName = command.DisplayName,
            IsHighlighted = command.IsHighlighted,
            IconVariant = (int)(command.IconVariant ?? IconVariant.Regular),
            State = (int)command.State,
        };
        if (command.ConfirmationMessage is { } confirmation)
            wire.ConfirmationMessage = confirmation;
        if (command.IconName is { } icon)
            wire.IconName = icon;
        if (command.DisplayDescription is { } description)
            wire.DisplayDescription = description;
        return wire;
    }
}
