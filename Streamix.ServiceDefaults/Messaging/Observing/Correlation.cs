using System.Diagnostics;

namespace Streamix.ServiceDefaults.Messaging.Observing;

/// <summary>The correlation id of what is being done: of the event being handled, else of the trace, else a new one.</summary>
internal static class Correlation
{
    private static readonly AsyncLocal<string?> Handling = new();

    public static string Current => Handling.Value ?? Activity.Current?.TraceId.ToString() ?? Guid.CreateVersion7().ToString("n");

    public static void Continue(string? correlationId) => Handling.Value = correlationId;
}
