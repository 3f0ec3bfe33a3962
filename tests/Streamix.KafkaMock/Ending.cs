using System.Runtime.InteropServices;

namespace Streamix.KafkaMock;

/// <summary>Waits for the signal, or the end of input, that ends the process.</summary>
internal static class Ending
{
    public static async Task WaitAsync(bool untilInputEnds)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
        await (untilInputEnds ? Task.WhenAny(asked.Task, InputEndsAsync()) : asked.Task);

        void Ask(PosixSignalContext context)
        {
            context.Cancel = true;
            asked.TrySetResult();
        }
    }

    private static async Task InputEndsAsync()
    {
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(Stream.Null);
    }
}
