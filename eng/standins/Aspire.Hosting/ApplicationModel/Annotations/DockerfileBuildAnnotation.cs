namespace Aspire.Hosting.ApplicationModel;

/// <summary>A container built from a Dockerfile.</summary>
public class DockerfileBuildAnnotation(string contextPath, string dockerfilePath, string? stage) : IResourceAnnotation
{
    /// <summary>Absolute folder.</summary>
    public string ContextPath { get; } = contextPath;

    /// <summary>Absolute file.</summary>
    public string DockerfilePath { get; } = dockerfilePath;

    /// <summary>The stage that is built; null for the last.</summary>
    public string? Stage { get; } = stage;

    /// <summary>Arguments: strings or values.</summary>
    public Dictionary<string, object?> BuildArguments { get; } = [];

    /// <summary>Secrets: values or files.</summary>
    public Dictionary<string, object> BuildSecrets { get; } = [];

    /// <summary>Whether the image starts a process; false when it only carries files.</summary>
    public bool HasEntrypoint { get; set; } = true;

    /// <summary>The image's name; by default one for the resource.</summary>
    public string? ImageName { get; set; }

    /// <summary>The image's tag.</summary>
    public string? ImageTag { get; set; }

    /// <summary>Writes the Dockerfile when there is none in the folder.</summary>
    public Func<DockerfileFactoryContext, Task<string>>? DockerfileFactory { get; init; }
}

/// <summary>What the writer of a Dockerfile gets.</summary>
public sealed class DockerfileFactoryContext
{
    /// <summary>The application's services.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>The resource that is built.</summary>
    public required IResource Resource { get; init; }

    /// <summary>Stops the writing.</summary>
    public CancellationToken CancellationToken { get; init; }
}

/// <summary>A build argument.</summary>
public sealed class DockerBuildArg(string name, object? value = null)
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = name;

    /// <summary>Its value; null takes it from the builder's environment.</summary>
    public object? Value { get; init; } = value;
}
