namespace Streamix.Messaging.Kit.Processes;

/// <summary>A process of a round never outlives the test that started it.</summary>
internal static class Lifeline
{
    public static void EndWithInput() => new Thread(() =>
    {
        while (Console.In.Read() >= 0)
        {
        }

        Environment.Exit(3);
    }) { IsBackground = true }.Start();
}
