namespace Aspire.Hosting;

/// <summary>How a project is added.</summary>
public class ProjectResourceOptions
{
    /// <summary>The launch profile; by default the application's own, else the first.</summary>
    public string? LaunchProfileName { get; set; }

    /// <summary>Without launch profile.</summary>
    public bool ExcludeLaunchProfile { get; set; }

    /// <summary>Without what the project's settings say about Kestrel.</summary>
    public bool ExcludeKestrelEndpoints { get; set; }
}
