namespace Aspire.Hosting.ApplicationModel;

/// <summary>Which image a container runs.</summary>
public sealed class ContainerImageAnnotation : IResourceAnnotation
{
    /// <summary>Host of the registry; null for the engine's default.</summary>
    public string? Registry { get; set; }

    /// <summary>Name without registry and tag.</summary>
    public required string Image { get; set; }

    /// <summary>Tag; excludes a digest.</summary>
    public string? Tag { get; set; }

    /// <summary>Digest without its prefix; excludes a tag.</summary>
    public string? SHA256 { get; set; }
}

/// <summary>What is mounted.</summary>
public enum ContainerMountType
{
    /// <summary>A folder or file of the host.</summary>
    BindMount = 0,

    /// <summary>A volume of the engine.</summary>
    Volume = 1,
}

/// <summary>A mount of a container.</summary>
public sealed class ContainerMountAnnotation : IResourceAnnotation
{
    /// <param name="source">Absolute path or volume; null for an anonymous volume.</param>
    /// <param name="target">Path in the container.</param>
    /// <param name="type">What is mounted.</param>
    /// <param name="isReadOnly">Whether it can be written.</param>
    public ContainerMountAnnotation(string? source, string target, ContainerMountType type, bool isReadOnly)
    {
        if (type == ContainerMountType.BindMount && !Path.IsPathRooted(source))
            throw new ArgumentException("Source path must be absolute for a bind mount.", nameof(source));
        Source = source;
        Target = target;
        Type = type;
        IsReadOnly = isReadOnly;
    }

    /// <summary>Absolute path or volume; null for an anonymous volume.</summary>
    public string? Source { get; }

    /// <summary>Path in the container.</summary>
    public string Target { get; }

    /// <summary>What is mounted.</summary>
    public ContainerMountType Type { get; }

    /// <summary>Whether it can be written.</summary>
    public bool IsReadOnly { get; }
}

/// <summary>How long a container lives.</summary>
public enum ContainerLifetime
{
    /// <summary>As long as the application runs.</summary>
    Session = 0,

    /// <summary>Longer: the next run finds it again.</summary>
    Persistent = 1,
}

/// <summary>How long a container lives.</summary>
public sealed class ContainerLifetimeAnnotation : IResourceAnnotation
{
    /// <summary>Session or persistent.</summary>
    public required ContainerLifetime Lifetime { get; set; }
}

/// <summary>The engine's name for a container.</summary>
public sealed class ContainerNameAnnotation : IResourceAnnotation
{
    /// <summary>The name.</summary>
    public required string Name { get; set; }
}

/// <summary>Arguments of the engine's run command.</summary>
public sealed class ContainerRuntimeArgsCallbackAnnotation(Func<ContainerRuntimeArgsCallbackContext, Task> callback) : IResourceAnnotation
{
    /// <summary>What is called.</summary>
    public Func<ContainerRuntimeArgsCallbackContext, Task> Callback { get; } = callback;
}

/// <summary>What a callback for the engine's arguments gets.</summary>
public sealed class ContainerRuntimeArgsCallbackContext(IList<object> args, CancellationToken cancellationToken = default)
{
    /// <summary>The arguments so far.</summary>
    public IList<object> Args { get; } = args;

    /// <summary>Stops the callback.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;
}

/// <summary>When an image is pulled.</summary>
public enum ImagePullPolicy
{
    /// <summary>As the engine does.</summary>
    Default = 0,

    /// <summary>Every time.</summary>
    Always = 1,

    /// <summary>When it is not there.</summary>
    Missing = 2,

    /// <summary>Never.</summary>
    Never = 3,
}

/// <summary>When an image is pulled.</summary>
public sealed class ContainerImagePullPolicyAnnotation : IResourceAnnotation
{
    /// <summary>When.</summary>
    public required ImagePullPolicy ImagePullPolicy { get; set; }
}
