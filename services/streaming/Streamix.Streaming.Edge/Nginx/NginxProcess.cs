using System.Diagnostics;

namespace Streamix.Streaming.Edge.Nginx;

/// <summary>
/// A running nginx. It leads a process group of its own, and the system tells it to end when this process ends, however that comes about: the
/// system watches the thread that started it, which therefore waits for it.
/// </summary>
internal sealed class NginxProcess
{
    private const int LongestWait = 3_600_000;
    private readonly TaskCompletionSource<int> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private NginxProcess()
    {
    }

    /// <summary>Ends with its exit code.</summary>
    public Task<int> Exited => _exited.Task;

    /// <summary>Of the master, and of the group.</summary>
    public int Id { get; private set; }

    public static async Task<NginxProcess> StartAsync(NginxPlace place, EdgeFolder folder, Action<string> said)
    {
        var nginx = new NginxProcess();
        new Thread(() => nginx.Run(place, folder, said)) { IsBackground = true, Name = "nginx" }.Start();
        nginx.Id = await nginx._started.Task;
        return nginx;
    }

    private void Run(NginxPlace place, EdgeFolder folder, Action<string> said)
    {
        try
        {
            var start = new ProcessStartInfo(place.SetSid, [place.SetPriv, "--pdeathsig", "TERM", "--", place.Nginx, "-e", "stderr", "-p", folder.Root, "-c", folder.Configuration])
            {
                UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true, WorkingDirectory = folder.Root,
            };
            using var process = new Process { StartInfo = start };
            process.ErrorDataReceived += (_, line) => Say(line.Data);
            process.OutputDataReceived += (_, line) => Say(line.Data);
            process.Start();
            process.BeginErrorReadLine();
            process.BeginOutputReadLine();
            _started.SetResult(process.Id);
            // With a limit: without one it would wait for the pipes as well, which workers hold open when their master was killed.
            while (!process.WaitForExit(LongestWait))
            {
            }

            _exited.SetResult(process.ExitCode);
        }
        catch (Exception e)
        {
            _started.TrySetException(e);
            _exited.TrySetException(e);
        }

        void Say(string? line)
        {
            if (!string.IsNullOrWhiteSpace(line))
                said(line);
        }
    }
}
