using System.Diagnostics;
using OpenTelemetry;

namespace Streamix.ServiceDefaults.Telemetry;

/// <summary>
/// Leaves out database commands that belong to nothing: workers look for work every second, and each look would be a trace of one span
/// among those that tell something.
/// </summary>
internal sealed class QuietPolling : BaseProcessor<Activity>
{
    public const string Database = "Npgsql";

    public override void OnEnd(Activity data)
    {
        if (data.ParentSpanId == default && data.Source.Name == Database)
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
