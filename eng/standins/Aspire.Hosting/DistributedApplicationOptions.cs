using System.Reflection;

namespace Aspire.Hosting;

/// <summary>How an application is built.</summary>
public sealed class DistributedApplicationOptions
{
    private string? projectDirectory;

    /// <summary>The command line.</summary>
    public string[]? Args { get; set; }

    /// <summary>The application's assembly; by default the entry assembly.</summary>
    public string? AssemblyName { get; set; }

    /// <summary>The application's folder; by default its project's.</summary>
    public string? ProjectDirectory
    {
        get => projectDirectory ?? (AppHostProjectPath is { } project ? File.Exists(project) ? Path.GetDirectoryName(project) : project : null);
        set => projectDirectory = value;
    }

    /// <summary>Whether there is no dashboard.</summary>
    public bool DisableDashboard { get; set; }

    /// <summary>What the dashboard calls the application.</summary>
    public string? DashboardApplicationName { get; set; }

    /// <summary>Whether the resources' console logs are written to the application's log.</summary>
    public bool EnableResourceLogging { get; set; }

    /// <summary>Whether the dashboard may be reached without TLS.</summary>
    public bool AllowUnsecuredTransport { get; set; }

    internal Assembly? Assembly => AssemblyName is { } name ? System.Reflection.Assembly.Load(name) : System.Reflection.Assembly.GetEntryAssembly();

    internal string? ProjectName => Metadata("apphostprojectname") is { } name ? Path.GetFileNameWithoutExtension(name) : null;

    private string? AppHostProjectPath => Metadata("apphostprojectpath");

    private string? Metadata(string key) => Assembly?.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(a => string.Equals(a.Key, key, StringComparison.OrdinalIgnoreCase))?.Value;
}
