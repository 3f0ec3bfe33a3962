namespace Aspire.Hosting.ApplicationModel;

/// <summary>The launch profile a project runs with.</summary>
public sealed class LaunchProfileAnnotation(string launchProfileName) : IResourceAnnotation
{
    /// <summary>Its name.</summary>
    public string LaunchProfileName { get; } = launchProfileName;
}

/// <summary>The launch profile a project runs with unless it names one.</summary>
public sealed class DefaultLaunchProfileAnnotation(string launchProfileName) : IResourceAnnotation
{
    /// <summary>Its name.</summary>
    public string LaunchProfileName { get; } = launchProfileName;
}

/// <summary>The project runs without launch profile.</summary>
public sealed class ExcludeLaunchProfileAnnotation : IResourceAnnotation;
