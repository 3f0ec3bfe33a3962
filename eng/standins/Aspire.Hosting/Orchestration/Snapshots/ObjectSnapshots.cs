using System.Collections.Immutable;
using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Orchestration.Snapshots;

/// <summary>Reads the status of executables and containers.</summary>
internal static class ObjectSnapshots
{
    public static ObjectState Of(ResourceInstance instance, ControlObject<ExecutableSpec, ExecutableStatus> executable)
    {
        var (spec, status) = (executable.Spec, executable.Status ?? new());
        var text = States.Of(status.State);
        var project = instance.Resource as ProjectResource;
        ImmutableArray<ResourcePropertySnapshot> properties =
        [
            new("executable.path", spec.ExecutablePath),
            new("executable.workDir", spec.WorkingDirectory),
            new("executable.args", (status.EffectiveArgs ?? spec.Args ?? []).ToImmutableArray()) { IsSensitive = true },
            new("executable.pid", status.Pid),
            .. project is null ? [] : new[] { new ResourcePropertySnapshot("project.path", project.Annotations.OfType<IProjectMetadata>().Last().ProjectPath) },
            .. Arguments(instance),
        ];
        var common = new Common(text, status.ExitCode, executable.Metadata.CreationTimestamp, status.StartupTimestamp, status.FinishTimestamp);
        return State(common, project is null ? "Executable" : "Project", properties, Variables(status.EffectiveEnv, spec.Env), []);
    }

    public static ObjectState Of(ResourceInstance instance, ControlObject<ContainerSpec, ContainerStatus> container)
    {
        var (spec, status) = (container.Spec, container.Status ?? new());
        ImmutableArray<ResourcePropertySnapshot> properties =
        [
            new("container.image", spec.Image),
            new("container.id", status.ContainerId),
            new("container.command", spec.Command),
            new("container.args", (status.EffectiveArgs ?? spec.Args ?? []).ToImmutableArray()) { IsSensitive = true },
            new("container.ports", (spec.Ports ?? []).Select(p => p.Number).ToImmutableArray()),
            new("container.lifetime", spec.Persistent == true ? "Persistent" : "Session"),
            .. Arguments(instance),
        ];
        var exitCode = status.ExitCode is -1 ? null : status.ExitCode;
        var common = new Common(States.Of(status.State), exitCode, container.Metadata.CreationTimestamp, status.StartupTimestamp, status.FinishTimestamp);
        var volumes = (spec.VolumeMounts ?? []).Select(m => new VolumeSnapshot(m.Source, m.Target, m.Type, m.ReadOnly)).ToImmutableArray();
        return State(common, "Container", properties, Variables(status.EffectiveEnv ?? spec.Env, spec.Env), volumes);
    }

    private static ObjectState State(
        Common common, string type, ImmutableArray<ResourcePropertySnapshot> properties, ImmutableArray<EnvironmentVariableSnapshot> variables, ImmutableArray<VolumeSnapshot> volumes)
    {
        var (started, stopped) = (Time(common.Started), Time(common.Stopped));
        return new(common.Text, started, stopped, previous => previous with
        {
            ResourceType = type,
            State = common.Text,
            ExitCode = common.ExitCode,
            CreationTimeStamp = Time(common.Created),
            StartTimeStamp = started,
            StopTimeStamp = stopped,
            Properties = properties.Aggregate(previous.Properties, (all, p) => all.SetResourceProperty(p.Name, p.Value, p.IsSensitive)),
            EnvironmentVariables = variables,
            Volumes = volumes,
            Urls = [.. previous.Urls.Select(url => url with { IsInactive = url.Name is not null && common.Text != KnownResourceStates.Running })],
        });
    }

    private static ImmutableArray<EnvironmentVariableSnapshot> Variables(IReadOnlyList<EnvVar>? effective, IReadOnlyList<EnvVar>? asked)
    {
        var names = (asked ?? []).Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
        return [.. (effective ?? []).OrderBy(v => v.Name, StringComparer.Ordinal).Select(v => new EnvironmentVariableSnapshot(v.Name, v.Value ?? "", names.Contains(v.Name)))];
    }

    private static ResourcePropertySnapshot[] Arguments(ResourceInstance instance)
    {
        var sensitive = instance.Arguments.Any(a => a.IsSensitive);
        return
        [
            new("resource.appArgs", instance.Arguments.Select(a => a.Value).ToImmutableArray()) { IsSensitive = sensitive },
            new("resource.appArgsSensitivity", instance.Arguments.Select(a => a.IsSensitive ? 1 : 0).ToImmutableArray()) { IsSensitive = sensitive },
        ];
    }

    private static DateTime? Time(DateTimeOffset? time) => time?.UtcDateTime;

    private sealed record Common(string Text, int? ExitCode, DateTimeOffset? Created, DateTimeOffset? Started, DateTimeOffset? Stopped);
}
