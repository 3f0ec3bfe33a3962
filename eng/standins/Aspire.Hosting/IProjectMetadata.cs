namespace Aspire.Hosting;

/// <summary>Where a project lies; the build generates one class per project reference.</summary>
public interface IProjectMetadata : IResourceAnnotation
{
    /// <summary>Absolute path of the project file.</summary>
    string ProjectPath { get; }

    /// <summary>Launch settings that take the place of Properties/launchSettings.json.</summary>
    LaunchSettings? LaunchSettings => null;

    /// <summary>Whether the project has been built already.</summary>
    bool SuppressBuild => false;

    /// <summary>Whether the project is a single .cs file.</summary>
    bool IsFileBasedApp => string.Equals(Path.GetExtension(ProjectPath), ".cs", StringComparison.OrdinalIgnoreCase);
}
