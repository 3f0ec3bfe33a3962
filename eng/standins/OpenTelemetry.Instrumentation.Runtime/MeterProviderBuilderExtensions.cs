using OpenTelemetry.Instrumentation.Runtime;

namespace OpenTelemetry.Metrics;

/// <summary>Metrics of the .NET runtime.</summary>
public static class MeterProviderBuilderExtensions
{
    /// <summary>Collects the meter System.Runtime: collector, JIT, locks, thread pool, exceptions, memory, CPU.</summary>
    public static MeterProviderBuilder AddRuntimeInstrumentation(this MeterProviderBuilder builder) => builder.AddRuntimeInstrumentation(null);

    /// <inheritdoc cref="AddRuntimeInstrumentation(MeterProviderBuilder)"/>
    public static MeterProviderBuilder AddRuntimeInstrumentation(this MeterProviderBuilder builder, Action<RuntimeInstrumentationOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        configure?.Invoke(new RuntimeInstrumentationOptions());
        return builder.AddMeter("System.Runtime");
    }
}
