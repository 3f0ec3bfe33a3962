using System.Runtime.InteropServices;

namespace Streamix.Streaming.Edge.Nginx;

/// <summary>Signals to a child that leads a process group, and to the whole group.</summary>
internal static class ChildGroup
{
    public const int Quit = 3;
    public const int Kill = 9;

    /// <summary>To nginx: open the logs anew.</summary>
    public const int User1 = 10;

    public const int Terminate = 15;

    public static void Tell(int leader, int signal)
    {
        // Process 1 and below would be other people's.
        if (leader > 1)
            _ = Send(leader, signal);
    }

    /// <summary>Everybody in it, also those whose leader is gone.</summary>
    public static void TellAll(int leader, int signal)
    {
        if (leader > 1)
            _ = Send(-leader, signal);
    }

    /// <summary>Whether anybody is left in it.</summary>
    public static bool Exists(int leader) => leader > 1 && Send(-leader, 0) == 0;

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Send(int process, int signal);
}
