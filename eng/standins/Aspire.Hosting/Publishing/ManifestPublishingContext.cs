using System.Text.Json;

namespace Aspire.Hosting.Publishing;

/// <summary>Writes the manifest of a distributed application.</summary>
public sealed partial class ManifestPublishingContext(DistributedApplicationExecutionContext executionContext, string manifestPath, Utf8JsonWriter writer, CancellationToken cancellationToken = default)
{
    private readonly ManifestExpressions expressions = new();
    private readonly ManifestPorts ports = new();
    private readonly OrderedDictionary<string, IResource> dependent = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The mode: publish.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; } = executionContext;

    /// <summary>The file being written; paths in it are relative to its folder.</summary>
    public string ManifestPath { get; } = manifestPath;

    /// <summary>Where JSON goes.</summary>
    public Utf8JsonWriter Writer { get; } = writer;

    /// <summary>Stops the writing.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The path as the manifest has it: relative to its folder, with slashes.</summary>
    public string? GetManifestRelativePath(string? path)
    {
        if (path is null)
            return null;
        var folder = Path.GetDirectoryName(Path.GetFullPath(ManifestPath)) ?? throw new DistributedApplicationException("Could not get directory name of output path");
        return Path.GetRelativePath(folder, path.Replace('\\', Path.DirectorySeparatorChar)).Replace('\\', '/');
    }

    /// <summary>Remembers the resources a value is made of: those outside the application are written too.</summary>
    public void TryAddDependentResources(object? value)
    {
        foreach (var resource in value is null ? [] : References.Of(value))
            dependent.TryAdd(resource.Name, resource);
    }

    internal async Task WriteModelAsync(DistributedApplicationModel model)
    {
        Writer.WriteStartObject();
        Writer.WriteStartObject("resources");
        foreach (var resource in model.Resources)
            await WriteResourceAsync(resource).ConfigureAwait(false);
        for (var i = 0; i < dependent.Count; i++)
            if (dependent.GetAt(i).Value is var resource && !model.Resources.TryGetByName(resource.Name, out _))
                await WriteResourceAsync(resource).ConfigureAwait(false);
        expressions.WriteFormatted(Writer);
        Writer.WriteEndObject();
        Writer.WriteEndObject();
        await Writer.FlushAsync(CancellationToken).ConfigureAwait(false);
    }

    private async Task WriteResourceAsync(IResource resource)
    {
        var custom = resource.Annotations.OfType<ManifestPublishingCallbackAnnotation>().LastOrDefault();
        if (custom is { Callback: null })
            return;
        Writer.WriteStartObject(resource.Name);
        await (custom?.Callback?.Invoke(this) ?? WriteKnownAsync(resource)).ConfigureAwait(false);
        Writer.WriteEndObject();
    }

    private Task WriteKnownAsync(IResource resource)
    {
        switch (resource)
        {
            case ContainerResource container:
                return WriteContainerAsync(container);
            case ProjectResource project:
                return WriteProjectAsync(project);
            case ExecutableResource executable:
                return WriteExecutableAsync(executable);
            case ParameterResource parameter:
                WriteParameter(parameter);
                return Task.CompletedTask;
            case IResourceWithConnectionString:
                Writer.WriteString("type", "value.v0");
                WriteConnectionString(resource);
                return Task.CompletedTask;
            default:
                Writer.WriteString("error", "This resource does not support generation in the manifest.");
                return Task.CompletedTask;
        }
    }
}
