namespace Aspire.Hosting.Dcp.Model;

/// <summary>A kind of object and, in its type, what is asked of it and what it answers.</summary>
internal sealed record Kind<TSpec, TStatus>(string Name)
{
    public string Plural { get; } = Name.ToLowerInvariant() + "s";
}

internal static class Kinds
{
    public static readonly Kind<ServiceSpec, ServiceStatus> Service = new("Service");
    public static readonly Kind<ExecutableSpec, ExecutableStatus> Executable = new("Executable");
    public static readonly Kind<ContainerSpec, ContainerStatus> Container = new("Container");
    public static readonly Kind<ContainerNetworkSpec, ContainerNetworkStatus> ContainerNetwork = new("ContainerNetwork");
}
