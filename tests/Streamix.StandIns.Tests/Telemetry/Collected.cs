using System.Collections.Concurrent;
using OpenTelemetry;

namespace Streamix.StandIns.Tests.Telemetry;

/// <summary>Exports into memory.</summary>
internal sealed class Collected<T> : BaseExporter<T>
    where T : class
{
    public ConcurrentQueue<T> Items { get; } = new();

    public override ExportResult Export(in Batch<T> batch)
    {
        foreach (var item in batch)
            Items.Enqueue(item);
        return ExportResult.Success;
    }
}
