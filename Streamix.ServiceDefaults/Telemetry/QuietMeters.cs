using System.Diagnostics.Metrics;

namespace Streamix.ServiceDefaults.Telemetry;

/// <summary>Meters that measure several times in each request what nobody looks at.</summary>
internal static class QuietMeters
{
    private const string MemoryPool = "Microsoft.AspNetCore.MemoryPool";

    public static bool Has(Meter meter) => meter.Name == MemoryPool;
}
