namespace Aspire.Hosting.Publishing;

public sealed partial class ManifestPublishingContext
{
    /// <summary>Writes container.v0, or container.v1 when it is built from a Dockerfile.</summary>
    public async Task WriteContainerAsync(ContainerResource container)
    {
        if (container.Annotations.OfType<DockerfileBuildAnnotation>().LastOrDefault() is { } build)
        {
            Writer.WriteString("type", "container.v1");
            WriteConnectionString(container);
            await WriteBuildAsync(container, build).ConfigureAwait(false);
        }
        else
        {
            if (!container.TryGetContainerImageName(out var image))
                throw new DistributedApplicationException($"Could not get the container image name for resource '{container.Name}'.");
            Writer.WriteString("type", "container.v0");
            WriteConnectionString(container);
            Writer.WriteString("image", image);
        }
        if (container.Entrypoint is { } entrypoint)
            Writer.WriteString("entrypoint", entrypoint);
        await WriteCommandLineArgumentsAsync(container).ConfigureAwait(false);
        WriteContainerFiles(container);
        WriteMounts(container);
        await WriteEnvironmentVariablesAsync(container).ConfigureAwait(false);
        WriteBindings(container);
    }

    private async Task WriteProjectAsync(ProjectResource project)
    {
        Writer.WriteString("type", "project.v0");
        Writer.WriteString("path", GetManifestRelativePath(project.GetProjectMetadata().ProjectPath));
        WriteContainerFiles(project);
        await WriteCommandLineArgumentsAsync(project).ConfigureAwait(false);
        await WriteEnvironmentVariablesAsync(project).ConfigureAwait(false);
        WriteBindings(project);
    }

    private async Task WriteExecutableAsync(ExecutableResource executable)
    {
        Writer.WriteString("type", "executable.v0");
        WriteConnectionString(executable);
        Writer.WriteString("workingDirectory", GetManifestRelativePath(executable.WorkingDirectory));
        Writer.WriteString("command", executable.Command);
        WriteContainerFiles(executable);
        await WriteCommandLineArgumentsAsync(executable).ConfigureAwait(false);
        await WriteEnvironmentVariablesAsync(executable).ConfigureAwait(false);
        WriteBindings(executable);
    }

    private void WriteParameter(ParameterResource parameter)
    {
        Writer.WriteString("type", "parameter.v0");
        if (parameter.IsConnectionString)
            Writer.WriteString("connectionString", parameter.ValueExpression);
        Writer.WriteString("value", $"{{{parameter.Name}.inputs.value}}");
        Writer.WriteStartObject("inputs");
        Writer.WriteStartObject("value");
        Writer.WriteString("type", "string");
        if (parameter.Secret)
            Writer.WriteBoolean("secret", true);
        if (parameter.Default is { } value)
        {
            Writer.WriteStartObject("default");
            value.WriteToManifest(this);
            Writer.WriteEndObject();
        }
        Writer.WriteEndObject();
        Writer.WriteEndObject();
    }

    private async Task WriteBuildAsync(ContainerResource container, DockerfileBuildAnnotation build)
    {
        var dockerfile = build.DockerfilePath;
        if (build.DockerfileFactory is { } factory)
        {
            dockerfile = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(ManifestPath))!, $"{container.Name}.Dockerfile");
            var text = await factory(new() { Services = ExecutionContext.ServiceProvider, Resource = container, CancellationToken = CancellationToken }).ConfigureAwait(false);
            await File.WriteAllTextAsync(dockerfile, text, CancellationToken).ConfigureAwait(false);
        }
        Writer.WriteStartObject("build");
        Writer.WriteString("context", GetManifestRelativePath(build.ContextPath));
        Writer.WriteString("dockerfile", GetManifestRelativePath(dockerfile));
        if (build.Stage is { } stage)
            Writer.WriteString("stage", stage);
        if (!build.HasEntrypoint)
            Writer.WriteBoolean("buildOnly", true);
        WriteBuildArguments(build);
        WriteBuildSecrets(build);
        Writer.WriteEndObject();
    }

    private void WriteBuildArguments(DockerfileBuildAnnotation build)
    {
        if (build.BuildArguments.Count == 0)
            return;
        Writer.WriteStartObject("args");
        foreach (var (name, value) in build.BuildArguments)
            Writer.WriteString(name, value is null ? null : Expression(value));
        Writer.WriteEndObject();
    }

    private void WriteBuildSecrets(DockerfileBuildAnnotation build)
    {
        if (build.BuildSecrets.Count == 0)
            return;
        Writer.WriteStartObject("secrets");
        foreach (var (name, value) in build.BuildSecrets)
        {
            Writer.WriteStartObject(name);
            Writer.WriteString("type", value is FileInfo ? "file" : "env");
            if (value is FileInfo file)
                Writer.WriteString("source", GetManifestRelativePath(file.FullName));
            else
                Writer.WriteString("value", Expression(value));
            Writer.WriteEndObject();
        }
        Writer.WriteEndObject();
    }
}
