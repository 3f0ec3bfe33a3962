using System.Diagnostics;

namespace OpenTelemetry.Instrumentation.Diagnostics;

internal interface IDiagnosticEvents
{
    bool Wants(string name);

    void On(string name, Activity activity, object? payload);
}
