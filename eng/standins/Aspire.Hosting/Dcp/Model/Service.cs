namespace Aspire.Hosting.Dcp.Model;

/// <summary>An address and, unless its mode is <see cref="AddressModes.Proxyless"/>, the proxy behind it.</summary>
internal sealed record ServiceSpec
{
    public string Protocol { get; init; } = "TCP";
    public string? AddressAllocationMode { get; init; } = AddressModes.Localhost;

    /// <summary>Null lets the control plane choose.</summary>
    public int? Port { get; init; }

    public string? Address { get; init; }
}

internal sealed record ServiceStatus(string? State, string? EffectiveAddress, int? EffectivePort);

internal static class AddressModes
{
    public const string Localhost = "Localhost";
    public const string Proxyless = "Proxyless";
}

/// <summary>Says in the annotation <see cref="Annotations.ServiceProducer"/> which services an object serves.</summary>
/// <param name="Port">The port it listens on; null lets the control plane choose one.</param>
internal sealed record ServiceProducer(string ServiceName, int? Port = null, string? Address = null);

internal static class Annotations
{
    public const string ServiceProducer = "service-producer";
    public const string ResourceName = "resource-name";
    public const string OtelServiceName = "otel-service-name";
    public const string OtelServiceInstanceId = "otel-service-instance-id";
}
