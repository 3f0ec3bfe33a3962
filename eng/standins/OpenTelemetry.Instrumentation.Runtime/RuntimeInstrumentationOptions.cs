namespace OpenTelemetry.Instrumentation.Runtime;

/// <summary>Options of the runtime's metrics; there are none.</summary>
public class RuntimeInstrumentationOptions;
