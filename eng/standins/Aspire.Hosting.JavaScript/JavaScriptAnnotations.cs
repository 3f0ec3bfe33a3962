namespace Aspire.Hosting.JavaScript;

/// <summary>The script that runs an app.</summary>
public sealed class JavaScriptRunScriptAnnotation(string scriptName, string[]? args) : IResourceAnnotation
{
    /// <summary>Its name in package.json.</summary>
    public string ScriptName { get; } = scriptName;

    /// <summary>Its arguments.</summary>
    public string[] Args { get; } = args ?? [];
}

/// <summary>The script that builds an app.</summary>
public sealed class JavaScriptBuildScriptAnnotation(string scriptName, string[]? args) : IResourceAnnotation
{
    /// <summary>Its name in package.json.</summary>
    public string ScriptName { get; } = scriptName;

    /// <summary>Its arguments.</summary>
    public string[] Args { get; } = args ?? [];
}

/// <summary>How an app's packages are installed.</summary>
public sealed class JavaScriptInstallCommandAnnotation(string[] args) : IResourceAnnotation
{
    /// <summary>Arguments of the package manager.</summary>
    public string[] Args { get; } = args;
}

/// <summary>Who installs an app's packages.</summary>
public sealed class JavaScriptPackageInstallerAnnotation(ExecutableResource installerResource) : IResourceAnnotation
{
    /// <summary>The installer.</summary>
    public ExecutableResource Resource { get; } = installerResource;
}
