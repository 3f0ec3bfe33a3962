namespace Aspire.Hosting.Dcp;

/// <summary>Configuration section <c>DcpPublisher</c>.</summary>
internal sealed class DcpOptions
{
    /// <summary>The file <c>dcp</c>.</summary>
    public string? CliPath { get; set; }

    /// <summary>The file <c>aspire-managed</c>, the dashboard's assembly or the folder of either.</summary>
    public string? DashboardPath { get; set; }

    /// <summary>docker or podman; null lets DCP look for one.</summary>
    public string? ContainerRuntime { get; set; }

    /// <summary>Appended to the name of each object instead of a random text.</summary>
    public string? ResourceNameSuffix { get; set; }

    /// <summary>Ignores the ports the model asks for, so that several graphs can run side by side.</summary>
    public bool RandomizePorts { get; set; }

    /// <summary>Lets a stop wait until every process has ended.</summary>
    public bool WaitForResourceCleanup { get; set; }

    /// <summary>How long DCP may take to answer its first request.</summary>
    public TimeSpan StartupTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
