using System.ComponentModel;
using System.Diagnostics;

namespace Streamix.Demo.Films;

/// <summary>Runs ffmpeg behind everybody else: one thread, and only the time that nobody wants.</summary>
internal sealed class Ffmpeg(string program)
{
    /// <exception cref="DemoException">It is not there, or it failed.</exception>
    public async Task RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Start(["-nostdin", "-hide_banner", "-v", "error", "-y", .. arguments]);
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended already.
        }
        var complaints = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        if (process.ExitCode != 0) throw new DemoException($"ffmpeg: {(await complaints).Trim()}");
    }

    private Process Start(IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            throw new DemoException($"{program} is not there; ./streamix doctor says how to install it.");
        }
    }
}
