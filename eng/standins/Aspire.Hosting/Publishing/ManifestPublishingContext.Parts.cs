using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.Publishing;

public sealed partial class ManifestPublishingContext
{
    /// <summary>Writes the connection string, if the resource has one.</summary>
    public void WriteConnectionString(IResource resource)
    {
        if (resource is IResourceWithConnectionString connectable)
            Writer.WriteString("connectionString", Expression(connectable.ConnectionStringExpression));
    }

    /// <summary>Writes env, if the resource has variables.</summary>
    public async Task WriteEnvironmentVariablesAsync(IResource resource)
    {
        var variables = await ResourceConfiguration.EnvironmentAsync(resource, ExecutionContext, NullLogger.Instance, CancellationToken).ConfigureAwait(false);
        if (variables.Count == 0)
            return;
        Writer.WriteStartObject("env");
        foreach (var (name, value) in variables)
            Writer.WriteString(name, Expression(value));
        Writer.WriteEndObject();
    }

    /// <summary>Writes args, if the resource has arguments.</summary>
    public async Task WriteCommandLineArgumentsAsync(IResource resource)
    {
        var arguments = await ResourceConfiguration.ArgumentsAsync(resource, ExecutionContext, NullLogger.Instance, CancellationToken).ConfigureAwait(false);
        if (arguments.Count == 0)
            return;
        Writer.WriteStartArray("args");
        foreach (var argument in arguments)
            Writer.WriteStringValue(Expression(argument));
        Writer.WriteEndArray();
    }

    /// <summary>Writes bindings, if the resource has endpoints.</summary>
    public void WriteBindings(IResource resource)
    {
        if (!resource.TryGetEndpoints(out var endpoints))
            return;
        Writer.WriteStartObject("bindings");
        foreach (var endpoint in endpoints)
        {
            Writer.WriteStartObject(endpoint.Name);
            Writer.WriteString("scheme", endpoint.UriScheme);
#pragma warning disable CA1308 // the schema's values are lower case
            Writer.WriteString("protocol", endpoint.Protocol.ToString().ToLowerInvariant());
#pragma warning restore CA1308
            Writer.WriteString("transport", endpoint.Transport);
            if (endpoint.Port is { } port)
                Writer.WriteNumber("port", port);
            if (ports.Target(resource, endpoint) is { } target)
                Writer.WriteNumber("targetPort", target);
            if (endpoint.IsExternal)
                Writer.WriteBoolean("external", true);
            Writer.WriteEndObject();
        }
        Writer.WriteEndObject();
    }

    private string Expression(object value)
    {
        TryAddDependentResources(value);
        return expressions.Of(value);
    }

    private void WriteMounts(IResource resource)
    {
        var mounts = resource.Annotations.OfType<ContainerMountAnnotation>().ToLookup(m => m.Type);
        WriteMounts("bindMounts", mounts[ContainerMountType.BindMount], m => Writer.WriteString("source", GetManifestRelativePath(m.Source)));
        WriteMounts("volumes", mounts[ContainerMountType.Volume], m =>
        {
            if (m.Source is not null)
                Writer.WriteString("name", m.Source);
        });
    }

    private void WriteMounts(string name, IEnumerable<ContainerMountAnnotation> mounts, Action<ContainerMountAnnotation> writeSource)
    {
        var all = mounts.ToList();
        if (all.Count == 0)
            return;
        Writer.WriteStartArray(name);
        foreach (var mount in all)
        {
            Writer.WriteStartObject();
            writeSource(mount);
            Writer.WriteString("target", mount.Target.Replace('\\', '/'));
            Writer.WriteBoolean("readOnly", mount.IsReadOnly);
            Writer.WriteEndObject();
        }
        Writer.WriteEndArray();
    }

    private void WriteContainerFiles(IResource resource)
    {
        if (!resource.TryGetAnnotationsOfType<ContainerFilesDestinationAnnotation>(out var destinations))
            return;
        Writer.WriteStartObject("containerFiles");
        foreach (var destination in destinations)
        {
            Writer.WriteStartObject(destination.Source.Name);
            Writer.WriteString("destination", destination.DestinationPath);
            Writer.WriteStartArray("sources");
            foreach (var source in destination.Source.Annotations.OfType<ContainerFilesSourceAnnotation>())
                Writer.WriteStringValue(source.SourcePath);
            Writer.WriteEndArray();
            Writer.WriteEndObject();
        }
        Writer.WriteEndObject();
    }
}
