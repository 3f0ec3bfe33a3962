using System.Diagnostics;
using Streamix.ServiceDefaults.Messaging.Observing;

namespace Streamix.Messaging.Kit.Faults;

/// <summary>Kills the own process, without any farewell, when a step is reached for the n-th time.</summary>
internal sealed class CrashProbe(MessagingStep? step, int occurrence) : IMessagingProbe
{
    private int _seen;

    public static CrashProbe From(string? setting) => setting?.Split(':') is [var step, var count]
        ? new(Enum.Parse<MessagingStep>(step), int.Parse(count))
        : new(null, 0);

    public void Reached(MessagingStep reached)
    {
        if (reached != step || Interlocked.Increment(ref _seen) != occurrence)
            return;
        using var self = Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.Infinite); // the signal is on its way
    }
}
