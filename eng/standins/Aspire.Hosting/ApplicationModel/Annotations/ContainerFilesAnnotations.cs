namespace Aspire.Hosting.ApplicationModel;

/// <summary>Where files lie in the image that carries them.</summary>
public sealed class ContainerFilesSourceAnnotation : IResourceAnnotation
{
    /// <summary>Absolute path in the image.</summary>
    public required string SourcePath { get; init; }
}

/// <summary>Where files of another image are put.</summary>
public sealed class ContainerFilesDestinationAnnotation : IResourceAnnotation
{
    /// <summary>Whose files.</summary>
    public required IResource Source { get; init; }

    /// <summary>Path in the image, relative to its working directory or absolute.</summary>
    public required string DestinationPath { get; init; }
}

/// <summary>Resources whose image may take over files of others.</summary>
public interface IContainerFilesDestinationResource : IResource;
